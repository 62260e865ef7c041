import { withoutSpaces } from './without-spaces.ts';

/** Crockford's base 32: no letter looks like a figure, and O, I and L are read as the figures they look like. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes as the text of a code, in groups of four: read aloud, typed or scanned. Five bytes are eight characters. */
export function codeOfBytes(bytes: Uint8Array): string {
  if (bytes.length % 5 !== 0) throw new Error('a code leaves no bit over: each of its characters counts');
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31] ?? '';
    }
  }
  return codeInGroups(text);
}

/**
 * The bytes of a code as it was scanned or typed: groups, case, and what was taken for another character do not matter.
 * Null: it has another length than codes of so many bytes, or a character that no code has.
 */
export function bytesOfCode(text: string, length: number): Uint8Array | null {
  const typed = typedAsCode(text);
  if (typed.length * 5 !== length * 8) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of typed) {
    const value = ALPHABET.indexOf(character);
    if (value === -1) return null;
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** x^5 + x^2 + 1: the powers of x are all 31 values of five bits but 0. */
const POLYNOMIAL = 0b10_0101;

/**
 * The character that follows a text of this alphabet, so that a wrong character is always noticed, and so are two that changed
 * places, up to 30 places apart: the value so far times x, plus each character's, in the field of 32 elements.
 * @throws on a character of another alphabet.
 */
export function checkCharacterOfCode(text: string): string {
  const timesX = (value: number): number => (value & 16 ? (value << 1) ^ POLYNOMIAL : value << 1);
  let sum = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value === -1) throw new Error('not a character of a code');
    sum = timesX(sum) ^ value;
  }
  return ALPHABET.charAt(timesX(sum));
}

/** What was typed or scanned as the characters that it means, without groups. */
export function typedAsCode(text: string): string {
  // Of small letters those from a to z alone: others become letters of a code in some languages.
  return withoutSpaces(text)
    .replaceAll('-', '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** In groups of four: read aloud and typed from paper. */
export function codeInGroups(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(' ');
}

/** Whether these are characters of a code, and nothing else. */
export function isOfCode(text: string): boolean {
  return [...text].every((character) => ALPHABET.includes(character));
}

/** A whole number as so many characters of a code. @throws on one that has no room there. */
export function numberInCode(number: number, characters: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number >= 32 ** characters)
    throw new Error('a number that has no room in its code');
  let text = '';
  for (let left = number; text.length < characters; left = Math.floor(left / 32))
    text = ALPHABET.charAt(left % 32) + text;
  return text;
}

/** The inverse of `numberInCode`, of a text for which `isOfCode` holds. */
export function numberOfCode(text: string): number {
  let number = 0;
  for (const character of text) number = number * 32 + ALPHABET.indexOf(character);
  return number;
}
