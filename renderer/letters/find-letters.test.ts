import { beforeAll, expect, it, test } from 'vitest';
import type { CharacterRun } from '../../shared/card/coverage.ts';
import { speakEnglish } from '../wording/english.test-support.ts';
import { findLetters, lettersOf } from './find-letters.ts';
import { languageLetters } from './language-letters.ts';
import type { Letter } from './letter.ts';

/** Latin with its marks, Greek, Cyrillic, Arabic, Devanagari, some Han: as a font may have them. */
const RUNS: readonly CharacterRun[] = [
  [0x21, 0x7e],
  [0xa1, 0x24f],
  [0x250, 0x2b8],
  [0x2bb, 0x2bc],
  [0x300, 0x331],
  [0x370, 0x377],
  [0x37f, 0x37f],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x52f],
  [0x620, 0x64a],
  [0x671, 0x6d3],
  [0x905, 0x939],
  [0x1e00, 0x1ef9],
  [0x4e00, 0x4e10],
];
const ALL: Letter[] = [];
beforeAll(async () => {
  await speakEnglish();
  ALL.push(...lettersOf(RUNS));
});

const texts = (typed: string, letters = ALL): readonly string[] =>
  findLetters(letters, typed).map(({ text }) => text);

it('offers what the fonts have, each once, and nothing else', () => {
  const offered = texts('');
  expect(new Set(offered).size).toBe(offered.length);
  const has = new Set(
    RUNS.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
    ),
  );
  expect(offered.filter((text) => ![...text].every((character) => has.has(character)))).toEqual([]);
  // Of two that are the same letter, the one that an answer keeps.
  expect([...has].filter((character) => !offered.includes(character.normalize('NFC')))).toEqual([
    // Whose other form this font has not.
    '\u0374',
  ]);
  expect(offered).toContain('\u0374');
  // A letter of Yoruba that is two characters, and only where the font has both.
  expect(offered).toContain('ẹ́');
  const without = lettersOf([[0x1eb8, 0x1eb9]]).map(({ text }) => text);
  expect(without).toEqual(['ẹ', 'Ẹ']);
});

test.each([
  // The second of them is of Navajo.
  ['e ogonek', ['ę', 'ę\u0301', 'Ę', 'Ę\u0301']],
  ['E ogonek', ['Ę', 'Ę\u0301']],
  ['o horn acute', ['ớ', 'Ớ']],
  ['s dot below', ['ṣ', 'ṩ', 'Ṣ', 'Ṩ']],
  ['ogon macron', ['ǭ', 'Ǭ']],
  ['stroke l', ['ł', 'Ł']],
  ['U+0181', ['Ɓ']],
  ['ł', ['ł']],
  ['  Ó  ', ['Ó']],
  ['nothing is called so', []],
])('%s finds %j', (typed, found) => {
  expect(texts(typed).filter((text) => !/^\p{M}/u.test(text))).toEqual(found);
});

it('begins with letters that no keyboard has, and ends with signs', () => {
  expect(texts('')[0]).toBe('à');
  const at = (text: string): number => texts('').indexOf(text);
  const inOrder = ['á', 'ż', '\u0301', 'q', 'Ω', 'Ж', 'ب', '·'].map(at);
  expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
});

it('gives a letter with marks before another letter that is written like it, in each case', () => {
  const found = texts('a');
  expect(found[0]).toBe('à');
  const inOrder = ['á', 'ấ', 'æ', 'À', 'Ấ', 'Æ'].map((text) => found.indexOf(text));
  expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
  expect(inOrder).not.toContain(-1);
});

it('finds the letters that are written like one, small ones first', () => {
  const found = texts('e');
  expect(found.slice(0, 3).every((text) => text === text.toLowerCase())).toBe(true);
  for (const text of ['é', 'ę', 'ệ', 'ẹ́', 'ɛ', 'ə', 'Ę']) expect(found, text).toContain(text);
  expect(found).not.toContain('ł');
  expect(texts('E')).not.toContain('é');
});

test.each(['Vietnamese', 'Polish', 'Turkish', 'Yoruba', 'Hausa', 'Arabic', 'Ukrainian'])(
  'the name of a language finds all of its letters that the fonts have: %s',
  (name) => {
    const { letters = [] } = languageLetters.find(({ language }) => language === name.toLowerCase()) ?? {};
    expect(letters.length).toBeGreaterThan(5);
    const found = texts(name);
    expect(letters.filter((letter) => !found.includes(letter))).toEqual([]);
    // Its own come first; behind them is what is only of the same script.
    expect(found.slice(0, letters.length).toSorted()).toEqual(letters.toSorted());
  },
);

it('finds a script by a language that uses all of it', () => {
  expect(texts('Hindi')).toContain('क');
  expect(texts('Chinese')).toEqual(texts('').filter((text) => /\p{Script=Han}/u.test(text)));
  expect(texts('Cyrillic')).toContain('Ж');
  expect(texts('Arabic').at(-1)).toBe('ۓ');
});

it('says what each of them is', () => {
  const nameOf = (text: string): string | undefined => ALL.find((letter) => letter.text === text)?.name;
  expect(nameOf('ę')).toBe('e, ogonek');
  expect(nameOf('Ẹ́')).toBe('E, dot below, acute, capital');
  expect(nameOf('Đ')).toBe('D, stroke, capital');
  expect(nameOf('й')).toBe('и, breve, Cyrillic');
  expect(nameOf('\u0323')).toBe('dot below');
  expect(nameOf('·')).toBe('·, middle dot');
  // Of which nothing is known but how it looks.
  expect(nameOf('º')).toBe('º, U+00BA');
  expect(nameOf('q')).toBe('q');
});

it('offers one of two characters that are the same letter, and the other where a font has it alone', () => {
  const offered = (...runs: CharacterRun[]) => lettersOf(runs).map(({ text }) => text);
  expect(offered([0x3ac, 0x3ac], [0x1f71, 0x1f71])).toEqual(['\u03ac']);
  expect(offered([0x1f71, 0x1f71])).toEqual(['\u1f71']);
});
