import { beforeAll, expect, it } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { leftBehindInWords } from './left-behind.ts';

beforeAll(speakEnglish);

const renewal = { route: 'renewal', documents: 'none', oldCard: 'taken-in' } as const;
const replacement = { route: 'replacement', documents: 'as-first', oldCard: 'not-asked' } as const;
const fees = [{ route: 'renewal', cents: 1000 }] as const;

const BOTH = 'If an applicant paid a fee or left an old card, return what they gave.';

it.each([
  ['fees and old cards', { feeCents: 1500, routes: [renewal] }, BOTH],
  ['fees', { feeCents: 1500, routes: [replacement] }, 'If an applicant paid a fee, return it.'],
  ['a fee for one route', { feeCents: 0, fees, routes: [renewal] }, BOTH],
  ['old cards', { feeCents: 0, routes: [renewal] }, 'If an applicant left an old card, return it.'],
])('where the policy takes %s', (_what, policy, words) => {
  expect(leftBehindInWords(policy)).toBe(words);
});

it.each([
  ['has neither', { feeCents: 0, routes: [replacement] }],
  ['has a fee for a route that it does not offer', { feeCents: 0, fees }],
])('nothing where the policy %s', (_what, policy) => {
  expect(leftBehindInWords(policy)).toBeNull();
});
