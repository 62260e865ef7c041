import { isAllowedCharacter } from '../application/characters.ts';
import type { CardData } from './card-data.ts';
import { type CardTextField, listCardTexts } from './card-text.ts';

/** A character that no bundled font can draw. */
export interface UncoveredCharacter {
  readonly character: string;
  readonly codePoint: number;
}

/**
 * Line breaks and other controls have no place in one printed line. The bidirectional overrides and isolates
 * would let a typed name turn the text around it; the two joiners (U+200C, U+200D) and the plain direction
 * marks stay, because Persian and Indic names are written with them.
 */
const NEVER_PRINTED = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/**
 * The first character of a text that cannot be printed, or `null`. A character that is missing from every
 * bundled font would silently be taken from whatever font the machine happens to have, so it is refused.
 */
export function findUncoveredCharacter(
  text: string,
  isCovered: (codePoint: number) => boolean,
): UncoveredCharacter | null {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (NEVER_PRINTED.test(character) || !isCovered(codePoint)) return { character, codePoint };
  }
  return null;
}

/** Characters that follow one another, by their code points: the first and the last of them. */
export type CharacterRun = readonly [first: number, last: number];

/** What can be seen by itself, or on the letter before it: no blanks, no direction marks, no joiners. */
const VISIBLE = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;
/** Behind it are no characters but tags, selectors and private ones. */
const LAST_CHARACTER = 0x3ffff;

/**
 * Every visible character that may stand in a card detail and can be printed, in runs: they are far fewer than the
 * characters.
 */
export function listCovered(isCovered: (codePoint: number) => boolean): readonly CharacterRun[] {
  const runs: [number, number][] = [];
  for (let codePoint = 0; codePoint <= LAST_CHARACTER; codePoint += 1) {
    // Nothing of what is never printed is visible.
    const character = String.fromCodePoint(codePoint);
    if (!VISIBLE.test(character) || !isAllowedCharacter(character) || !isCovered(codePoint)) continue;
    const run = runs.at(-1);
    if (run?.[1] === codePoint - 1) run[1] = codePoint;
    else runs.push([codePoint, codePoint]);
  }
  return runs;
}

/** For each typed field of a card, its first character that cannot be printed. Empty: the card can be drawn. */
export function findUncovered(
  card: CardData,
  isCovered: (codePoint: number) => boolean,
): readonly (UncoveredCharacter & { readonly field: CardTextField })[] {
  return listCardTexts(card).flatMap(({ field, text }) => {
    const uncovered = findUncoveredCharacter(text, isCovered);
    return uncovered === null ? [] : [{ field, ...uncovered }];
  });
}
