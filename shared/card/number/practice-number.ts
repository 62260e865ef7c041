import { CARD_NUMBER_ALPHABET, drawCharacters } from './card-number.ts';

declare const practiceNumberBrand: unique symbol;

/**
 * What stands on a card of practice in the place of its number: "VOID" and four characters. No reader of card numbers takes
 * it: O and I are no characters of theirs, and it is two too short.
 */
export type PracticeNumber = string & { readonly [practiceNumberBrand]: true };

const MARK = 'VOID';
const RANDOM_CHARACTERS = 4;

/** Whether a text is the number of a card of practice. */
export function isPracticeNumber(text: string): text is PracticeNumber {
  const random = text.slice(MARK.length);
  return (
    text.startsWith(MARK) &&
    random.length === RANDOM_CHARACTERS &&
    [...random].every((character) => CARD_NUMBER_ALPHABET.includes(character))
  );
}

/** A new one: by its last four characters the clerk finds its application, as at any hand-over. */
export function createPracticeNumber(randomBytes: (count: number) => Uint8Array): PracticeNumber {
  const number = `${MARK}${drawCharacters(RANDOM_CHARACTERS, randomBytes)}`;
  if (!isPracticeNumber(number)) throw new Error('a practice number is not what it should be');
  return number;
}

/** As it is read aloud and printed: "VOID M7XT". */
export function formatPracticeNumber(number: PracticeNumber): string {
  return `${number.slice(0, MARK.length)} ${number.slice(MARK.length)}`;
}
