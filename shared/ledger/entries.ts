import { type ApplicantKind, applicantKinds } from './applicant-entries.ts';
import { type DeclaredField, type Field, isValidField, type ValueOf } from './field-types.ts';
import { keyKinds } from './key-entries.ts';
import { type MachineKind, machineKinds } from './machine-entries.ts';

/**
 * Every kind of entry and every field that exists, in the order in which they are written. The hashes of old
 * entries depend on it: never rename, reorder or remove a kind, a field or a word; add a kind instead. (Words
 * may be added: entries hold the word, not its place in the list.) docs/ledger.md is generated from it.
 */
export const entryKinds = { ...applicantKinds, ...machineKinds, ...keyKinds } as const satisfies Readonly<
  Record<string, ApplicantKind | MachineKind>
>;

export type EntryKindName = keyof typeof entryKinds;

type EntryOf<Name extends EntryKindName> = { readonly kind: Name } & {
  readonly [FieldName in keyof (typeof entryKinds)[Name]['fields']]: (typeof entryKinds)[Name]['fields'][FieldName] extends infer Kind extends
    Field
    ? ValueOf<Kind>
    : never;
};

/** Any entry. All the ledger can hold; none of it can hold a person. */
export type LedgerEntry = { [Name in EntryKindName]: EntryOf<Name> }[EntryKindName];

/** Every kind, those about applicants first. */
export const entryKindNames: readonly EntryKindName[] = Object.keys(entryKinds).filter(isEntryKindName);

/** Whether an entry of this kind opens a ledger: it is the first one, and no other is. */
export function opensLedger(kind: EntryKindName): kind is 'opened' | 'opened-after' {
  return kind === 'opened' || kind === 'opened-after';
}

/** Whether the word names a kind of entry. */
export function isEntryKindName(word: string): word is EntryKindName {
  return Object.hasOwn(entryKinds, word);
}

/** Made once: an entry is checked when it is written and whenever it is read. */
const fieldsByKind: ReadonlyMap<EntryKindName, readonly (readonly [string, DeclaredField])[]> = new Map(
  entryKindNames.map((kind) => [kind, Object.entries<DeclaredField>(entryKinds[kind].fields)]),
);

/** A kind's fields in the order in which they are written. */
export function fieldsOf(kind: EntryKindName): readonly (readonly [string, DeclaredField])[] {
  const fields = fieldsByKind.get(kind);
  if (fields === undefined) throw new Error('every kind has fields');
  return fields;
}

/** Whether the value is an entry: a known kind, exactly its fields, each within its type. */
export function isLedgerEntry(value: unknown): value is LedgerEntry {
  if (typeof value !== 'object' || value === null) return false;
  const properties = new Map<string, unknown>(Object.entries(value));
  const kind = properties.get('kind');
  if (typeof kind !== 'string' || !isEntryKindName(kind)) return false;
  const fields = fieldsOf(kind);
  return (
    properties.size === fields.length + 1 &&
    fields.every(([name, field]) => properties.has(name) && isValidField(field, properties.get(name)))
  );
}
