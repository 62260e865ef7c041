import { unreachable } from '../result.ts';
import { dayNumber, dayOfNumber, isRealDay } from './day.ts';
import type { Field } from './field-types.ts';

/** Bytes of a word from a closed list. Our words are ASCII; anything else is a bug, so it throws. */
export function wordBytes(word: string): Uint8Array {
  return Uint8Array.from(word, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter.length !== 1 || code > 0x7e) throw new Error('not an ASCII word');
    return code;
  });
}

/** The inverse of `wordBytes`. */
export function wordOfBytes(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The shortest big-endian form; 0 is one zero byte. */
function numberBytes(number: number): Uint8Array {
  const bytes: number[] = [];
  let rest = number;
  do {
    bytes.unshift(rest % 256);
    rest = Math.floor(rest / 256);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

/** Not exact above the safe integers; the caller encodes again and compares. */
function numberOfBytes(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Lower-case hex. */
export function hexOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The canonical bytes of a value that its field holds.
 * @throws on a value of another type, which `holds` would have refused.
 */
export function encodeField(field: Field, value: unknown): Uint8Array {
  switch (field.type) {
    case 'day':
      if (isRealDay(value)) return numberBytes(dayNumber(value));
      break;
    case 'count':
    case 'rounded':
    case 'utc':
      if (typeof value === 'number') return numberBytes(value);
      break;
    case 'enumeration':
      if (typeof value === 'string') return wordBytes(value);
      break;
    case 'identifier':
    case 'hash':
      if (typeof value === 'string') return hexBytes(value);
      break;
    default:
      return unreachable(field);
  }
  throw new Error(`a ${field.type} field cannot hold this`);
}

/** Reads a value back. What comes out is unchecked: the caller asks `holds`. */
export function decodeField(field: Field, bytes: Uint8Array): unknown {
  switch (field.type) {
    case 'day':
      return dayOfNumber(numberOfBytes(bytes));
    case 'count':
    case 'rounded':
    case 'utc':
      return numberOfBytes(bytes);
    case 'enumeration':
      return wordOfBytes(bytes);
    case 'identifier':
    case 'hash':
      return hexOfBytes(bytes);
    default:
      return unreachable(field);
  }
}
