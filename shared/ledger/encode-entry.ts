import { err, ok, type Result } from '../result.ts';
import { concatenate, sameBytes } from './bytes.ts';
import { decodeField, encodeField, wordBytes, wordOfBytes } from './encode-field.ts';
import { fieldsOf, isEntryKindName, isLedgerEntry, type LedgerEntry } from './entries.ts';

/** No part may be longer than its one length byte can say. The longest is a hash. */
const longestPart = 255;

function withLength(part: Uint8Array): Uint8Array {
  if (part.length > longestPart) throw new Error('too long for a length byte');
  return concatenate([Uint8Array.of(part.length), part]);
}

/**
 * The canonical bytes of an entry: the kind's word, then each field in the declared order, each after one
 * length byte. One entry has one encoding.
 * @throws on anything that is not an entry (a figure not rounded, a field too many): that is a bug, and the
 * last place where it can be stopped.
 */
export function encodeEntry(entry: LedgerEntry): Uint8Array {
  if (!isLedgerEntry(entry)) throw new Error('not a ledger entry');
  const values = new Map<string, unknown>(Object.entries(entry));
  const parts = fieldsOf(entry.kind).map(([name, field]) => encodeField(field, values.get(name)));
  return concatenate([wordBytes(entry.kind), ...parts].map(withLength));
}

function split(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const parts: Uint8Array[] = [];
  let position = 0;
  while (position < bytes.length) {
    const start = position + 1;
    const end = start + (bytes[position] ?? 0);
    if (end > bytes.length) return undefined;
    parts.push(bytes.subarray(start, end));
    position = end;
  }
  return parts;
}

/**
 * Reads an entry back, and accepts only the bytes that `encodeEntry` writes: whatever can be read is within
 * the declaration.
 */
export function decodeEntry(bytes: Uint8Array): Result<LedgerEntry, { readonly kind: 'unreadable' }> {
  const unreadable = err({ kind: 'unreadable' } as const);
  const [word, ...parts] = split(bytes) ?? [];
  if (word === undefined) return unreadable;
  const kind = wordOfBytes(word);
  if (!isEntryKindName(kind)) return unreadable;
  const fields = fieldsOf(kind);
  if (parts.length !== fields.length) return unreadable;
  const values = fields.map(([name, field], index) => [
    name,
    decodeField(field, parts[index] ?? new Uint8Array()),
  ]);
  const entry: unknown = { kind, ...Object.fromEntries(values) };
  if (!isLedgerEntry(entry) || !sameBytes(encodeEntry(entry), bytes)) return unreadable;
  return ok(entry);
}
