import { unreachable } from '../result.ts';
import { dayOfNumber, isRealDay } from './day.ts';
import { wordBytes } from './encode-field.ts';
import { type EntryKindName, entryKindNames, fieldsOf } from './entries.ts';
import { type Field, hashDigits, identifierDigits, isValidField, keyDigits } from './field-types.ts';

/** Whether the bytes from `start` to before `end` are the canonical ones of a value that a field may hold. */
type PartCheck = (bytes: Uint8Array, start: number, end: number) => boolean;

interface Shape {
  readonly kind: EntryKindName;
  readonly word: Uint8Array;
  readonly parts: readonly PartCheck[];
}

/** 2^53 has seven bytes. Longer forms are no number that is exact. */
const longestNumber = 7;

/** The number in its shortest big-endian form, or -1. */
function canonicalNumber(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < 1 || length > longestNumber || (length > 1 && bytes[start] === 0)) return -1;
  let number = 0;
  for (let position = start; position < end; position += 1) number = number * 256 + (bytes[position] ?? 0);
  return number;
}

function standsAt(word: Uint8Array, bytes: Uint8Array, start: number): boolean {
  const { length } = word;
  for (let index = 0; index < length; index += 1) if (word[index] !== bytes[start + index]) return false;
  return true;
}

/** Entries of one day follow one another, so the last day that was real is asked first. */
function dayCheck(): PartCheck {
  let lastReal = -1;
  return (bytes, start, end) => {
    const number = canonicalNumber(bytes, start, end);
    if (number !== lastReal && number >= 0 && isRealDay(dayOfNumber(number))) lastReal = number;
    return number >= 0 && number === lastReal;
  };
}

function partCheck(field: Field): PartCheck {
  switch (field.type) {
    case 'day':
      return dayCheck();
    case 'count':
    case 'rounded':
    case 'utc':
    case 'sequence':
    case 'quantity':
      return (bytes, start, end) => isValidField(field, canonicalNumber(bytes, start, end));
    case 'enumeration': {
      const words = field.words.map(wordBytes);
      return (bytes, start, end) => {
        for (const word of words) {
          if (word.length === end - start && standsAt(word, bytes, start)) return true;
        }
        return false;
      };
    }
    case 'identifier':
      return (_bytes, start, end) => end - start === identifierDigits / 2;
    case 'hash':
      return (_bytes, start, end) => end - start === hashDigits / 2;
    case 'key':
      return (_bytes, start, end) => end - start === keyDigits / 2;
    default:
      return unreachable(field);
  }
}

const shapes: readonly Shape[] = entryKindNames.map((kind) => ({
  kind,
  word: wordBytes(kind),
  parts: fieldsOf(kind).map(([, field]) => partCheck(field)),
}));

function shapeAt(bytes: Uint8Array, start: number): Shape | undefined {
  for (const shape of shapes) {
    if (shape.word.length === bytes[start] && standsAt(shape.word, bytes, start + 1)) return shape;
  }
  return undefined;
}

/**
 * Which kind of entry the bytes from `start` to before `end` are, or `undefined` if they are none: the answer
 * of `decodeEntry` without making the entry, for the many entries of a whole ledger.
 */
export function kindOfBytes(bytes: Uint8Array, start: number, end: number): EntryKindName | undefined {
  const shape = shapeAt(bytes, start);
  if (shape === undefined) return undefined;
  let position = start + 1 + shape.word.length;
  for (const holdsPart of shape.parts) {
    if (position >= end) return undefined;
    const next = position + 1 + (bytes[position] ?? 0);
    if (next > end || !holdsPart(bytes, position + 1, next)) return undefined;
    position = next;
  }
  return position === end ? shape.kind : undefined;
}
