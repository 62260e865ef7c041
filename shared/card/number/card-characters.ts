import { CARD_NUMBER_LENGTH } from './card-number.ts';

/** A card is named by its last characters where nobody scans it. */
const LAST_CHARACTERS = 4;

/** The characters of a card as somebody typed or a scanner sent them, whatever stands between them. */
export function cardCharacters(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** Whether so many characters can name a card: its last four, or the whole number. */
export function mayNameCard(characters: string): boolean {
  return characters.length === LAST_CHARACTERS || characters.length === CARD_NUMBER_LENGTH;
}
