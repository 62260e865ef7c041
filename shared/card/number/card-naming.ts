import { CARD_NUMBER_LENGTH, parseCardNumber } from './card-number.ts';

/** What somebody typed, or a scanner sent, to name the card in hand. */
export type CardNaming =
  /** So far: more characters are to come. */
  | { readonly kind: 'partial' }
  /** As many characters as clerks type. They may also be the beginning of a whole number. */
  | { readonly kind: 'last-four'; readonly characters: string }
  /** A whole number, and its check character agrees: it was read right, whoever's card it is. */
  | { readonly kind: 'whole'; readonly characters: string }
  /** Enough characters for a number, and none that agrees: a misread scan or a slip of the finger. */
  | { readonly kind: 'misread' };

const LAST_CHARACTERS = 4;

/** Whether more characters can make this number of what is there so far, grouped or not. */
export function isBeginningOf(typed: string, number: string): boolean {
  const [begun, whole] = [plainCharacters(typed), plainCharacters(number)];
  return begun.length < whole.length && whole.startsWith(begun);
}

function plainCharacters(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/**
 * Reads it from whatever stands in a field: in capitals or not, grouped or not, between a scanner's prefix and suffix. Of
 * several scans the last one counts.
 */
export function readCardNaming(typed: string): CardNaming {
  const characters = plainCharacters(typed);
  for (let end = characters.length; end >= CARD_NUMBER_LENGTH; end -= 1) {
    const number = parseCardNumber(characters.slice(end - CARD_NUMBER_LENGTH, end));
    if (number.ok) return { kind: 'whole', characters: number.value };
  }
  if (characters.length === LAST_CHARACTERS) return { kind: 'last-four', characters };
  return { kind: characters.length < CARD_NUMBER_LENGTH ? 'partial' : 'misread' };
}
