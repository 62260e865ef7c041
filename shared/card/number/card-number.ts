import { err, ok, type Result } from '../../result.ts';
import { checkCharacterOf } from './check-character.ts';

/**
 * Digits and capitals that nobody confuses, in print or by ear: of 0/O, 1/I/L, 2/Z, 5/S, 8/B and U/V at most
 * one is left. A and E are out as well, so that no word, and no insult, can be drawn by chance.
 *
 * Leaving characters out does not touch the standard: each keeps its value from ISO/IEC 7064, and a number
 * whose check character would be one of the missing (or `*`) is never issued. Every valid card number is
 * therefore a valid MOD 37-2 string; the reverse need not hold.
 */
export const CARD_NUMBER_ALPHABET = '23456789CDFGHJKMNPQRTVWXY';

/** Nine random characters and one check character: 2.6 million million numbers can be drawn. */
export const CARD_NUMBER_LENGTH = 10;

/** More draws than any working random source needs (a draw fails one time in three). */
const MOST_DRAWS = 1000;

declare const cardNumberBrand: unique symbol;

/** A card number whose characters and check character have been verified, in capitals without spaces. */
export type CardNumber = string & { readonly [cardNumberBrand]: true };

/** Why a text is not a card number. */
export type CardNumberProblem =
  | { readonly kind: 'wrong-length'; readonly length: number }
  | { readonly kind: 'unknown-character'; readonly character: string }
  | { readonly kind: 'check-failed' };

function findProblem(text: string): CardNumberProblem | null {
  for (const character of text) {
    if (!CARD_NUMBER_ALPHABET.includes(character)) return { kind: 'unknown-character', character };
  }
  if (text.length !== CARD_NUMBER_LENGTH) return { kind: 'wrong-length', length: text.length };
  const isRight = checkCharacterOf(text.slice(0, -1)) === text.slice(-1);
  return isRight ? null : { kind: 'check-failed' };
}

function isCardNumber(text: string): text is CardNumber {
  return findProblem(text) === null;
}

/** So many characters, each equally likely to be any one that numbers are made of. */
export function drawCharacters(count: number, randomBytes: (count: number) => Uint8Array): string {
  // A byte above the last full round of the alphabet would favour its first characters, so it is thrown away.
  const firstUnfairByte = 256 - (256 % CARD_NUMBER_ALPHABET.length);
  let drawn = '';
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    for (const byte of randomBytes(count - drawn.length)) {
      if (byte < firstUnfairByte) drawn += CARD_NUMBER_ALPHABET.charAt(byte % CARD_NUMBER_ALPHABET.length);
    }
    if (drawn.length === count) return drawn;
  }
  throw new Error('the random source gives no usable bytes');
}

/**
 * A new card number, every valid one equally likely. There is no register to ask whether a number is taken
 * (the kiosk forgets), so being unique rests on chance alone: among 100,000 cards a repeated number has odds of
 * 1 in 500.
 */
export function createCardNumber(randomBytes: (count: number) => Uint8Array): CardNumber {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const body = drawCharacters(CARD_NUMBER_LENGTH - 1, randomBytes);
    const candidate = `${body}${checkCharacterOf(body) ?? ''}`;
    if (isCardNumber(candidate)) return candidate;
  }
  throw new Error('the random source repeats itself');
}

/**
 * Reads a card number as people and scanners write it: spaces of any kind, dashes and lower case are fine. One
 * wrong character or two exchanged ones are always refused.
 */
export function parseCardNumber(text: string): Result<CardNumber, CardNumberProblem> {
  const compact = text.replace(/[\s\p{Dash}]/gu, '').toUpperCase();
  if (isCardNumber(compact)) return ok(compact);
  return err(findProblem(compact) ?? { kind: 'check-failed' });
}

/** The number in groups for reading aloud and for print: "K7Q 29M XT6K". */
export function formatCardNumber(number: CardNumber): string {
  return groupCharacters(number);
}

/**
 * A number in three groups. The last holds four characters, because these are the ones the clerk types at
 * hand-over: they must stand together on the card.
 */
export function groupCharacters(text: string): string {
  const last = text.slice(-4);
  const before = text.slice(0, -4).replace(/(.{3})(?=.)/gu, '$1 ');
  return before === '' ? last : `${before} ${last}`;
}
