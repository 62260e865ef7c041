import { z } from 'zod';
import { signatureText } from '../base64-text.ts';
import { dayOfText, dayText } from '../calendar.ts';
import { encodeEntry } from './encode-entry.ts';
import { fieldsOf, isEntryKindName, isLedgerEntry } from './entries.ts';
import type { Field } from './field-types.ts';

// The lines of a ledger's export in NDJSON: the first has all that is signed, each other one an entry.

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const sequence = z.int();
const signed = z.strictObject({ sequence, hash: hex(64), signature: signatureText });

/** What the first line says it is. Exports of before had no such line, and nothing in them was signed. */
export const EXPORT_FORMAT = 'counterfoil ledger export 2';

/** The first line: whose ledger it is, and the signatures of its tables. */
export const exportHead = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  kiosk: hex(32),
  publicKey: z.base64(),
  rolls: z.array(z.strictObject({ sequence, signature: signatureText })),
  intervals: z.array(signed),
  head: signed.nullable(),
});
export type ExportHead = z.infer<typeof exportHead>;

/** As it was read: a schema of records leaves a member out that is called `__proto__`. */
const asItStands = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** The line of an entry. Whether it is one, `bytesOfExported` says. */
export const exportedEntry = z.strictObject({
  sequence,
  hash: hex(64),
  kind: z.string(),
  fields: asItStands,
});
export type ExportedEntry = z.infer<typeof exportedEntry>;

/** The canonical bytes of an exported entry; none where it is no entry that a ledger can hold, which no hash of ours fits. */
export function bytesOfExported({ kind, fields }: Pick<ExportedEntry, 'kind' | 'fields'>): Uint8Array {
  if (!isEntryKindName(kind)) return new Uint8Array();
  const declared = fieldsOf(kind);
  if (Object.keys(fields).length !== declared.length) return new Uint8Array();
  const values = declared.map(([name, field]) => [name, exportedValue(field, fields[name])]);
  const entry = { ...Object.fromEntries(values), kind };
  return isLedgerEntry(entry) ? encodeEntry(entry) : new Uint8Array();
}

/** The value that was exported so; undefined: none was. */
function exportedValue(field: Field, exported: unknown): unknown {
  switch (field.type) {
    case 'day':
      return typeof exported === 'string' ? valueOfDay(exported) : undefined;
    case 'utc':
      return typeof exported === 'string' ? valueOfMoment(exported) : undefined;
    default:
      return exported;
  }
}

function valueOfDay(text: string): unknown {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = dayOfText(text);
  return dayText(day) === text ? day : undefined;
}

/** One moment has one text. */
function valueOfMoment(text: string): unknown {
  const date = new Date(text);
  return Number.isFinite(date.getTime()) && date.toISOString() === text ? date.getTime() : undefined;
}
