import {
  bytesOfCode,
  checkCharacterOfCode,
  codeInGroups,
  codeOfBytes,
  isOfCode,
  numberInCode,
  numberOfCode,
  typedAsCode,
} from '../base32.ts';
import { err, ok, type Result } from '../result.ts';
import { bytesOfHex, hexOfBytes } from './encode-field.ts';

/** What a short code says: where, and how the hash begins. No key signs it: the sheet around it is what is believed. */
export interface ShortCheckpoint {
  readonly sequence: number;
  /** The first `SHORT_HASH_DIGITS` of the entry's hash, in hex. */
  readonly hash: string;
}

/** 120 bits: whoever makes two ledgers to meet in it tries 2^60 times, and whoever has to meet one that is printed 2^120 times. */
export const SHORT_HASH_DIGITS = 30;

const SEQUENCE_CHARACTERS = 7;
const HASH_CHARACTERS = 24;
const CODE_CHARACTERS = SEQUENCE_CHARACTERS + HASH_CHARACTERS + 1;

/** A checkpoint in eight groups of four, short enough to type: the entry's number, the beginning of its hash, a check character. */
export function shortCodeOf({ sequence, hash }: ShortCheckpoint): string {
  const start = codeOfBytes(bytesOfHex(hash.slice(0, SHORT_HASH_DIGITS))).replaceAll(' ', '');
  const text = `${numberInCode(sequence, SEQUENCE_CHARACTERS)}${start}`;
  return codeInGroups(`${text}${checkCharacterOfCode(text)}`);
}

/**
 * Reads a short code as it was typed or scanned. `no-code`: another length, a character that no code has, or no entry's number;
 * `mistyped`: as long as one, and its check character is another one.
 */
export function readShortCode(typed: string): Result<ShortCheckpoint, 'no-code' | 'mistyped'> {
  const text = typedAsCode(typed);
  if (text.length !== CODE_CHARACTERS || !isOfCode(text)) return err('no-code');
  const content = text.slice(0, -1);
  if (checkCharacterOfCode(content) !== text.slice(-1)) return err('mistyped');
  const sequence = numberOfCode(content.slice(0, SEQUENCE_CHARACTERS));
  if (sequence === 0) return err('no-code');
  const hash = bytesOfCode(content.slice(SEQUENCE_CHARACTERS), SHORT_HASH_DIGITS / 2);
  return hash === null ? err('no-code') : ok({ sequence, hash: hexOfBytes(hash) });
}
