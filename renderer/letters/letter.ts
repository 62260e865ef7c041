import type { CharacterRun } from '../../shared/card/coverage.ts';
import { languageNames, scriptNames } from '../wording/letters/language.ts';
import { capitalInWords, markNames, ownNames } from '../wording/letters/letter-names.ts';
import { languageLetters, type Script, scripts } from './language-letters.ts';
import { letterBases } from './letter-bases.ts';

/** Something that can be put into a field: a letter, a mark for the letter before it, or another sign. */
export interface Letter {
  readonly text: string;
  /** What it is, in words. */
  readonly name: string;
  /** The letter that it is written like, in its own case; empty for a mark and a sign. */
  readonly base: string;
  readonly isCapital: boolean;
  readonly script: Script | null;
  /** By which it is found: names of its marks, of its languages, its number in Unicode. Small letters only. */
  readonly words: readonly string[];
  /** By which all of its script is found. */
  readonly scriptWords: readonly string[];
}

const SCRIPT_OF: readonly (readonly [Script, RegExp])[] = scripts.map((script) => [
  script,
  new RegExp(`\\p{Script=${script}}`, 'u'),
]);

function scriptOf(text: string): Script | null {
  return SCRIPT_OF.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The words of a text, as they are looked for. */
export function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}

function inBothCases(letter: string, base: string): string {
  return letter === letter.toLowerCase() ? base : base.toUpperCase();
}

/** Describes letters, in the words of the language at hand. */
export function createLetters(): (text: string) => Letter {
  const [marks, own, capital] = [markNames(), ownNames(), capitalInWords()];
  const scriptNamed = scriptNames();
  const languageWords = namesByLetter();
  const wordsOfScripts = wordsByScript();

  return (text) => {
    const script = scriptOf(text);
    const [first = '', ...rest] = text.normalize('NFD');
    const isMark = /^\p{M}/u.test(first);
    const [written, added] = isMark ? ['', [first, ...rest]] : [first, rest];
    const small = written.toLowerCase();
    const like = letterBases.get(small);
    const base = like === undefined ? written : inBothCases(written, like);
    const isCapital = /\p{Lu}/u.test(written);
    const named = [own[small], ...added.map((mark) => marks[mark])].filter((name) => name !== undefined);
    const scriptName = script === null || script === 'Latin' ? undefined : scriptNamed[script];
    const number = `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    // One that nothing else is said of is told by its number: “º” alone says nothing that is not seen.
    const isSaid = base !== text || scriptName !== undefined || /^[a-z]$/i.test(text);
    const isNamed = named.length > 0 || (/^\p{L}/u.test(text) && isSaid);
    return {
      text,
      name: [base, ...named, isCapital ? capital : undefined, scriptName, isNamed ? undefined : number]
        .filter((part) => part !== undefined && part !== '')
        .join(', '),
      base: /^\p{L}/u.test(base) ? base : '',
      isCapital,
      script,
      words: [...named.flatMap(wordsOf), ...(languageWords.get(text) ?? []), number.toLowerCase()],
      scriptWords: script === null ? [] : (wordsOfScripts.get(script) ?? []),
    };
  };
}

/** The words of the languages that each letter is of. */
function namesByLetter(): ReadonlyMap<string, readonly string[]> {
  const names = languageNames();
  const words = new Map<string, string[]>();
  for (const { language, letters } of languageLetters)
    for (const letter of letters)
      words.set(letter, [...(words.get(letter) ?? []), ...wordsOf(names[language])]);
  return words;
}

function wordsByScript(): ReadonlyMap<Script, readonly string[]> {
  const names = languageNames();
  const named: Readonly<Partial<Record<Script, string>>> = scriptNames();
  return new Map(
    scripts.map((script) => [
      script,
      [
        ...wordsOf(named[script] ?? script),
        ...languageLetters
          .filter((each) => each.scripts.includes(script))
          .flatMap(({ language }) => wordsOf(names[language])),
      ],
    ]),
  );
}

/** Everything that the fonts have: each character once, and the letters of languages that are several. */
export function textsIn(runs: readonly CharacterRun[]): readonly string[] {
  const characters = runs.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const has = new Set(characters);
  // An answer keeps one of two that Unicode holds for the same (NFC): nobody has to choose between them.
  const kept = characters.filter((character) => {
    const composed = character.normalize('NFC');
    return composed === character || !has.has(composed);
  });
  const several = new Set(
    languageLetters
      .flatMap(({ letters }) => letters)
      .filter((letter) => [...letter].length > 1 && [...letter].every((character) => has.has(character))),
  );
  return [...kept, ...several];
}
