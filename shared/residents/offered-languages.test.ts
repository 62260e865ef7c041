import { expect, it } from 'vitest';
import { NOTHING_YET } from '../contract/status.test-support.ts';
import { residentLanguages } from './language.ts';
import { isConfirmed, needsAcceptance, offeredLanguages } from './offered-languages.ts';

const { residents } = NOTHING_YET;

it('a release offers the languages whose legal notices are confirmed, or accepted here by name', () => {
  const release = { build: 'release', residents } as const;
  expect(offeredLanguages({}, release)).toEqual(['en']);
  const accepted = { ...residents, acceptedNotices: ['ar' as const, 'es' as const] };
  expect(offeredLanguages({}, { ...release, residents: accepted })).toEqual(['en', 'es', 'ar']);
  const rules = { residents: { languages: ['en' as const, 'pl' as const, 'ar' as const] } };
  expect(offeredLanguages(rules, { ...release, residents: accepted })).toEqual(['en', 'ar']);
  const confirmed = { ...accepted, confirmedLanguages: ['pl' as const] };
  expect(offeredLanguages(rules, { ...release, residents: confirmed })).toEqual(['en', 'pl', 'ar']);
});

it('an evaluation, which is for nobody’s data, offers all that the policy names', () => {
  expect(offeredLanguages({}, { build: 'evaluation', residents })).toEqual(residentLanguages);
});

it('a native speaker confirms what the program says, and not what a policy says in its notices', () => {
  const confirmed = ['pl' as const];
  const text = { en: 'Bring the old card.', pl: 'Proszę przynieść starą kartę.' };
  const notices = [{ id: 'old-card', at: 'before-answers' as const, text }];
  expect(['en' as const, 'pl' as const, 'ar' as const].map((each) => isConfirmed(each, confirmed))).toEqual([
    ...[true, true, false],
  ]);
  expect(needsAcceptance('pl', {}, confirmed)).toBe(false);
  expect(needsAcceptance('pl', { notices }, confirmed)).toBe(true);
  expect(needsAcceptance('ar', {}, confirmed)).toBe(true);
  // What the others were made from is the city's own.
  expect(needsAcceptance('en', { notices }, confirmed)).toBe(false);
});
