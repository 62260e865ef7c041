import type { CharacterRun } from '../../shared/card/coverage.ts';
import { scripts } from './language-letters.ts';
import { createLetters, type Letter, textsIn } from './letter.ts';

/**
 * Latin letters first, then marks; what is on any keyboard comes behind what is looked for, and signs behind all letters.
 */
function groupOf({ text, script }: Letter): number {
  if (/^\p{M}/u.test(text)) return 1;
  if (!/^\p{L}/u.test(text)) return scripts.length + 4;
  if (script === 'Latin') return /^[a-z]$/i.test(text) ? 2 : 0;
  return script === null ? scripts.length + 3 : 3 + scripts.indexOf(script);
}

/**
 * By the letter that they are written like, small ones before capitals; that letter with marks before others like it (à before æ),
 * few marks before many.
 */
function compareLatin(first: Letter, second: Letter): number {
  const byBase = compareText(first.base.toLowerCase(), second.base.toLowerCase());
  if (byBase !== 0) return byBase;
  if (first.isCapital !== second.isCapital) return first.isCapital ? 1 : -1;
  const byLikeness = Number(isAlike(first)) - Number(isAlike(second));
  if (byLikeness !== 0) return byLikeness;
  const byMarks = first.text.normalize('NFD').length - second.text.normalize('NFD').length;
  return byMarks !== 0 ? byMarks : compareText(first.text, second.text);
}

/** Whether it is another letter that is only written like its base. */
function isAlike({ text, base }: Letter): boolean {
  return !text.normalize('NFD').startsWith(base);
}

function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** All that can be put into a field, in the order in which it is shown. */
export function lettersOf(runs: readonly CharacterRun[]): readonly Letter[] {
  const groups: Letter[][] = [];
  for (const letter of textsIn(runs).map(createLetters())) {
    const group = groupOf(letter);
    groups[group] ??= [];
    groups[group].push(letter);
  }
  // Other scripts are in the order of their alphabets, which is Unicode's.
  return groups.flatMap((group) => (group[0]?.script === 'Latin' ? group.toSorted(compareLatin) : group));
}

/** A word that is looked for. */
interface Term {
  readonly typed: string;
  readonly small: string;
  /** A letter by itself: in small, it means its capital as well. */
  readonly isLetter: boolean;
}

function termsOf(typed: string): readonly Term[] {
  const words = typed
    .normalize('NFC')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const letter = words.find((word) => [...word].length === 1);
  return words.map((word) => ({ typed: word, small: word.toLowerCase(), isLetter: word === letter }));
}

function isMet({ text, base, words }: Letter, { typed, small, isLetter }: Term): boolean {
  if (text === typed) return true;
  if (!isLetter) return words.some((word) => word.startsWith(small));
  return typed === small ? base.toLowerCase() === typed : base === typed;
}

function isOfScript({ scriptWords }: Letter, { small, isLetter }: Term): boolean {
  return !isLetter && scriptWords.some((word) => word.startsWith(small));
}

/**
 * The letters that are meant by what is typed: by what they are written like ("e"), by the names of their marks ("dot
 * below"), of a language or of a script. All of its words must be met. What is met by its own words comes before what is
 * only of the same script; nothing typed means everything.
 */
export function findLetters(letters: readonly Letter[], typed: string): readonly Letter[] {
  const terms = termsOf(typed);
  if (terms.length === 0) return letters;
  const own: Letter[] = [];
  const ofScript: Letter[] = [];
  for (const letter of letters) {
    const open = terms.filter((term) => !isMet(letter, term));
    if (open.length === 0) own.push(letter);
    else if (open.every((term) => isOfScript(letter, term))) ofScript.push(letter);
  }
  return [...own, ...ofScript];
}
