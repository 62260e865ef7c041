import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { applicantsAgeInWords } from './age.ts';

beforeAll(speakEnglish);

const BORN_IN_2017 = { year: 2017, month: null, day: null };

test('a whole birth date has one age, a year alone two, until its last day has come', () => {
  const november = { year: 2026, month: 11, day: 24 };
  expect(applicantsAgeInWords({ year: 2017, month: 11, day: 24 }, november)).toBe('9 years old');
  expect(applicantsAgeInWords({ year: 2017, month: 11, day: 25 }, november)).toBe('8 years old');
  expect(applicantsAgeInWords(BORN_IN_2017, november)).toBe('8 or 9 years old');
  expect(applicantsAgeInWords(BORN_IN_2017, { year: 2026, month: 12, day: 31 })).toBe('9 years old');
});
