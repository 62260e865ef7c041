import { expect, it } from 'vitest';
import { NOTHING_YET } from '../contract/status.test-support.ts';
import { residentLanguages } from './language.ts';
import { offeredLanguages } from './offered-languages.ts';

const { residents } = NOTHING_YET;

it('a release offers the languages whose legal notices are confirmed, or accepted here by name', () => {
  const release = { build: 'release', residents } as const;
  expect(offeredLanguages({}, release)).toEqual(['en']);
  const accepted = { ...residents, acceptedNotices: ['ar' as const, 'es' as const] };
  expect(offeredLanguages({}, { ...release, residents: accepted })).toEqual(['en', 'es', 'ar']);
  const rules = { residents: { languages: ['en' as const, 'pl' as const, 'ar' as const] } };
  expect(offeredLanguages(rules, { ...release, residents: accepted })).toEqual(['en', 'ar']);
});

it('an evaluation, which is for nobody’s data, offers all that the policy names', () => {
  expect(offeredLanguages({}, { build: 'evaluation', residents })).toEqual(residentLanguages);
});
