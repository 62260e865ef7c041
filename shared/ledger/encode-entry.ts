import type { Outcome, SpoilReason } from '../application/application-state.ts';
import type { CalendarDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import type { LedgerOutcome } from './applicant-entries.ts';
import { sameBytes } from './bytes.ts';
import { readField, wordOfBytes, writeField, writeWord } from './encode-field.ts';
import { fieldsOf, isEntryKindName, isLedgerEntry, type LedgerEntry } from './entries.ts';

/** No part may be longer than its one length byte can say. The longest is a hash. */
const longestPart = 255;

/** Adds what `write` adds, after one byte that says how much that is. */
function writePart(into: number[], write: () => void): void {
  const start = into.push(0);
  write();
  const length = into.length - start;
  if (length > longestPart) throw new Error('too long for a length byte');
  into[start - 1] = length;
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
  const bytes: number[] = [];
  writePart(bytes, () => writeWord(bytes, entry.kind));
  for (const [name, field] of fieldsOf(entry.kind)) {
    writePart(bytes, () => writeField(bytes, field, values.get(name)));
  }
  return Uint8Array.from(bytes);
}

/** The bytes with which every entry of this kind begins, and no other entry does. */
export function encodeKind(kind: LedgerEntry['kind']): Uint8Array {
  const bytes: number[] = [];
  writePart(bytes, () => writeWord(bytes, kind));
  return Uint8Array.from(bytes);
}

/** Entries that begin with the day at the counter. */
export type KindOfDay =
  | 'issued'
  | 'handoff'
  | 'spoiled'
  | 'wiped'
  | 'erased'
  | 'unsearched'
  | 'fee'
  | 'issued-again'
  | 'denied'
  | 'forgotten'
  | 'locked'
  | 'unlocked';

/** The bytes with which every entry of this kind and day begins, and no other entry does. */
export function encodeBeginning(kind: KindOfDay, day: CalendarDate): Uint8Array {
  const bytes: number[] = [];
  writePart(bytes, () => writeWord(bytes, kind));
  writePart(bytes, () => writeField(bytes, { type: 'day' }, day));
  return Uint8Array.from(bytes);
}

/** Entries that are counted by what stands behind their day. */
export type CountedWord =
  | { readonly kind: 'spoiled'; readonly word: SpoilReason }
  | { readonly kind: 'wiped'; readonly word: Outcome }
  | { readonly kind: 'erased'; readonly word: LedgerOutcome };

/** The bytes with which every entry of this kind, day and word begins, and no other entry does. */
export function encodeBeginningWith({ kind, word }: CountedWord, day: CalendarDate): Uint8Array {
  const bytes = [...encodeBeginning(kind, day)];
  writePart(bytes, () => writeWord(bytes, word));
  return Uint8Array.from(bytes);
}

/**
 * Reads an entry back, and accepts only the bytes that `encodeEntry` writes: whatever can be read is within
 * the declaration.
 */
export function decodeEntry(bytes: Uint8Array): Result<LedgerEntry, { readonly kind: 'unreadable' }> {
  const unreadable = err({ kind: 'unreadable' } as const);
  let position = 1 + (bytes[0] ?? 0);
  if (bytes.length === 0 || position > bytes.length) return unreadable;
  const kind = wordOfBytes(bytes, 1, position);
  if (!isEntryKindName(kind)) return unreadable;
  const values: Record<string, unknown> = { kind };
  for (const [name, field] of fieldsOf(kind)) {
    const start = position + 1;
    const end = start + (bytes[position] ?? 0);
    if (end > bytes.length) return unreadable;
    values[name] = readField(field, bytes, start, end);
    position = end;
  }
  // A part too many or missing, a figure in a longer form: then other bytes are the canonical ones.
  if (!isLedgerEntry(values) || !sameBytes(encodeEntry(values), bytes)) return unreadable;
  return ok(values);
}
