import { outcomes, spoilReasons } from '../application/application-state.ts';
import { wipeSteps } from '../contract/refusals.ts';
import { type ApplicantField, type Field, holds, type ValueOf } from './field-types.ts';

/**
 * One kind of entry. `about: 'applicant'` limits the fields to those that cannot tell the time of day or an
 * exact large figure: a printed receipt and a camera in the room must not link a person to an entry.
 */
type EntryKind =
  | { readonly about: 'applicant'; readonly fields: Readonly<Record<string, ApplicantField>> }
  | { readonly about: 'machine'; readonly fields: Readonly<Record<string, Field>> };

/**
 * Every kind of entry and every field that exists, in the order in which they are written. The hashes of old
 * entries depend on it: never rename, reorder or remove a kind, a field or a word; add a kind instead. (Words
 * may be added: entries hold the word, not its place in the list.)
 */
export const entryKinds = {
  /** The first entry of every ledger, and only the first: an act of staff at set-up. */
  opened: {
    about: 'machine',
    fields: {
      utc: { type: 'utc' },
      kiosk: { type: 'identifier' },
      /** SHA-256 of the kiosk's public key. */
      key: { type: 'hash' },
    },
  },
  /** A card was handed over. */
  issued: {
    about: 'applicant',
    fields: {
      day: { type: 'day' },
      /** The driver. */
      printer: { type: 'enumeration', words: ['virtual', 'ipp', 'os'] },
      /** Cards printed for this application, the good one included; 99 stands for more. */
      attempts: { type: 'count', minimum: 1, maximum: 99 },
    },
  },
  /** A card came out wrong, or nobody took it. */
  spoiled: {
    about: 'applicant',
    fields: {
      day: { type: 'day' },
      reason: { type: 'enumeration', words: spoilReasons },
    },
  },
  /** An application is gone, record and processes. Figures are rounded up. */
  wiped: {
    about: 'applicant',
    fields: {
      day: { type: 'day' },
      outcome: { type: 'enumeration', words: outcomes },
      custody: { type: 'enumeration', words: ['memory'] },
      search: { type: 'enumeration', words: ['searched', 'not-searched', 'void'] },
      files: { type: 'rounded' },
      bytes: { type: 'rounded' },
      hits: { type: 'rounded' },
      processesEnded: { type: 'rounded' },
    },
  },
  /**
   * A wipe could not be proven and intake was locked. An act of the machine, but the day only: the wipe that
   * failed was somebody's, and its moment is the moment that person left.
   */
  locked: {
    about: 'applicant',
    fields: {
      day: { type: 'day' },
      step: { type: 'enumeration', words: wipeSteps },
    },
  },
} as const satisfies Readonly<Record<string, EntryKind>>;

export type EntryKindName = keyof typeof entryKinds;

type EntryOf<Name extends EntryKindName> = { readonly kind: Name } & {
  readonly [FieldName in keyof (typeof entryKinds)[Name]['fields']]: (typeof entryKinds)[Name]['fields'][FieldName] extends infer Kind extends
    Field
    ? ValueOf<Kind>
    : never;
};

/** Any entry. All the ledger can hold; none of it can hold a person. */
export type LedgerEntry = { [Name in EntryKindName]: EntryOf<Name> }[EntryKindName];

/** Whether the word names a kind of entry. */
export function isEntryKindName(word: string): word is EntryKindName {
  return Object.hasOwn(entryKinds, word);
}

/** A kind's fields in the order in which they are written. */
export function fieldsOf(kind: EntryKindName): readonly (readonly [string, Field])[] {
  return Object.entries<Field>(entryKinds[kind].fields);
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
    fields.every(([name, field]) => properties.has(name) && holds(field, properties.get(name)))
  );
}
