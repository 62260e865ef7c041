import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { repository } from '../../build/vite/repository.ts';
import { asRead } from '../../build/words/as-read.test-support.ts';
import { parseCatalog } from '../../build/words/catalog.ts';
import { policyTexts } from '../../build/words/policy-texts.test-support.ts';
import { slipTexts } from '../../build/words/slip-texts.ts';
import { usualNoticeText } from '../../build/words/usual-notice-text.ts';
import { readingGradeOf } from '../support/words/reading-grade.ts';

// Residents may be tired, or read English as their second language: shorter and plainer than what staff read.

const MOST_WORDS = 15;
const HIGHEST_GRADE = 6;
/** From so many words on a grade says something. */
const WORDS_TO_GRADE = 30;

/** What residents read in English, by where it is written: what stands together is mostly read together. */
const places = new Map<string, string[]>();
function add(place: string, texts: readonly string[]): void {
  places.set(place, [...(places.get(place) ?? []), ...texts]);
}
const catalog = readFileSync(new URL('renderer/i18n/residents/en.po', repository), 'utf8');
for (const { english, files } of await parseCatalog(catalog))
  for (const file of files) add(file, asRead(english));
add(
  'slips',
  slipTexts('en').map(({ english }) => english),
);
add('the usual notice of a suspension', [usualNoticeText('en').english]);
add(
  'the shipped policy',
  policyTexts('en').map(({ english }) => english),
);

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?:…])\s+/);
const wordsIn = (sentence: string): number => sentence.split(/\s+/).length;
/** Labels and names of keys are no sentences. */
const isProse = (text: string): boolean => /[.?]/.test(text);

it('no sentence that residents read has more than 15 words', () => {
  expect(wordsIn('Ask a clerk.')).toBe(3);
  const sentences = [...places.values()].flat().flatMap(sentencesOf);
  expect(sentences.filter((sentence) => wordsIn(sentence) > MOST_WORDS)).toEqual([]);
  expect(sentences.length).toBeGreaterThan(250);
});

it('what residents read is no harder than what a sixth grader reads', () => {
  const graded = [...places].map(([place, texts]) => ({
    place,
    ...readingGradeOf(texts.filter(isProse).join('\n')),
  }));
  const toRead = graded.filter(({ words }) => words >= WORDS_TO_GRADE);
  expect(toRead.filter(({ grade }) => grade > HIGHEST_GRADE)).toEqual([]);
  expect(toRead.length).toBeGreaterThan(9);
  // The same measure on what would be too hard.
  const hard =
    'Documentation insufficiently demonstrating residency necessitates supplementary verification.';
  expect(readingGradeOf(hard).grade).toBeGreaterThan(HIGHEST_GRADE);
});
