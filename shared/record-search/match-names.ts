import { tidy } from '../application/text-answer.ts';
import { wordsOfName } from './fold-name.ts';

/**
 * How near a name in an application is to the one that was asked for, the nearest first.
 *
 * - `as-typed`: letter by letter.
 * - `other-spelling`: the same but for capitals, accents, hyphens, apostrophes, dots or spaces.
 * - `other-order`: the same words in another order, spelled so or otherwise.
 * - `more-or-fewer-words`: every word of one is in the other, which has more.
 * - `one-word-of-it`: what is held is a single word, and one of several that were asked for; or a reference of counsel's has one
 *   of them (`staff-texts.ts`). One given name is many people's: this may be somebody else.
 *
 * Names of which each has a word that the other lacks are no match, nor those that only sound alike.
 */
export const nameMatches = [
  'as-typed',
  'other-spelling',
  'other-order',
  'more-or-fewer-words',
  'one-word-of-it',
] as const;
export type NameMatch = (typeof nameMatches)[number];

/** Every run of neighboring words, written as one: "García-López" and "Garcialopez" have one in common. */
function runsOf(words: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let start = 0; start < words.length; start += 1) {
    for (let end = start + 1; end <= words.length; end += 1) runs.add(words.slice(start, end).join(''));
  }
  return runs;
}

/** Whether these words, alone or run together with neighbors, are all among the others. */
function areAmong(words: readonly string[], others: ReadonlySet<string>): boolean {
  // Up to which word all is found: from each such place on, any run may follow.
  const found = [true];
  for (let end = 1; end <= words.length; end += 1) {
    found[end] = words.some(
      (_, start) => start < end && found[start] === true && others.has(words.slice(start, end).join('')),
    );
  }
  return found[words.length] === true;
}

/** How near a name is to the one that was asked for; null: it is another. Both as typed. */
export function matchNames(asked: string, held: string): NameMatch | null {
  const [askedWords, heldWords] = [wordsOfName(asked), wordsOfName(held)];
  if (askedWords.length === 0 || heldWords.length === 0) return null;
  if (tidy(asked) === tidy(held)) return 'as-typed';
  if (askedWords.join('') === heldWords.join('')) return 'other-spelling';
  const isAskedHeld = areAmong(askedWords, runsOf(heldWords));
  const isHeldAsked = areAmong(heldWords, runsOf(askedWords));
  if (isAskedHeld && isHeldAsked) return 'other-order';
  if (isAskedHeld || (isHeldAsked && heldWords.length > 1)) return 'more-or-fewer-words';
  return isHeldAsked ? 'one-word-of-it' : null;
}
