import { unreachable } from '../result.ts';
import { dayNumber, dayOfNumber, isRealDay } from './day.ts';
import type { Field } from './field-types.ts';

// Fields are a few bytes each. They are written to lists and read where they lie: a typed array for each of
// them would take most of the time of a large ledger.

/** Bytes of a word from a closed list. Our words are ASCII; anything else is a bug, so it throws. */
export function wordBytes(word: string): Uint8Array {
  const bytes: number[] = [];
  writeWord(bytes, word);
  return Uint8Array.from(bytes);
}

/** Adds a word's bytes. @throws as `wordBytes` does. */
export function writeWord(into: number[], word: string): void {
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    if (code > 0x7e) throw new Error('not an ASCII word');
    into.push(code);
  }
}

/** The inverse of `wordBytes`, for the bytes from `start` to before `end`. */
export function wordOfBytes(bytes: Uint8Array, start: number, end: number): string {
  let word = '';
  for (let index = start; index < end; index += 1) word += String.fromCharCode(bytes[index] ?? 0);
  return word;
}

/** The shortest big-endian form; 0 is one zero byte. */
function writeNumber(into: number[], number: number): void {
  if (number >= 256) writeNumber(into, Math.floor(number / 256));
  into.push(number % 256);
}

/** Not exact above the safe integers; the caller encodes again and compares. */
function numberOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index += 1) number = number * 256 + (bytes[index] ?? 0);
  return number;
}

function writeHex(into: number[], hex: string): void {
  for (let index = 0; index < hex.length; index += 2) {
    into.push(Number.parseInt(hex.slice(index, index + 2), 16));
  }
}

/** The bytes of hex digits. */
export function bytesOfHex(hex: string): Uint8Array {
  const bytes: number[] = [];
  writeHex(bytes, hex);
  return Uint8Array.from(bytes);
}

/** Every byte in lower-case hex. */
const twoDigits = Array.from({ length: 256 }, (_none, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex of the bytes from `start` to before `end`. */
export function hexOfBytes(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let digits = '';
  for (let index = start; index < end; index += 1) digits += twoDigits[bytes[index] ?? 0] ?? '';
  return digits;
}

/**
 * Adds the canonical bytes of a value that its field holds.
 * @throws on a value of another type, which `holds` would have refused.
 */
export function writeField(into: number[], field: Field, value: unknown): void {
  switch (field.type) {
    case 'day':
      if (!isRealDay(value)) throw new Error('a day field holds a day');
      writeNumber(into, dayNumber(value));
      break;
    case 'count':
    case 'rounded':
    case 'utc':
    case 'sequence':
    case 'quantity':
      if (typeof value !== 'number') throw new Error(`a ${field.type} field holds a number`);
      writeNumber(into, value);
      break;
    case 'enumeration':
      if (typeof value !== 'string') throw new Error('an enumeration field holds a word');
      writeWord(into, value);
      break;
    case 'identifier':
    case 'hash':
    case 'key':
      if (typeof value !== 'string') throw new Error(`a ${field.type} field holds hex`);
      writeHex(into, value);
      break;
    default:
      unreachable(field);
  }
}

/** Reads back the value in the bytes from `start` to before `end`. It is unchecked: the caller asks `holds`. */
export function readField(field: Field, bytes: Uint8Array, start: number, end: number): unknown {
  switch (field.type) {
    case 'day':
      return dayOfNumber(numberOfBytes(bytes, start, end));
    case 'count':
    case 'rounded':
    case 'utc':
    case 'sequence':
    case 'quantity':
      return numberOfBytes(bytes, start, end);
    case 'enumeration':
      return wordOfBytes(bytes, start, end);
    case 'identifier':
    case 'hash':
    case 'key':
      return hexOfBytes(bytes, start, end);
    default:
      return unreachable(field);
  }
}
