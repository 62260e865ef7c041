import { expect, it } from 'vitest';
import { dayInWords } from './day-in-words.ts';
import { formsOfDay } from './forms-of-day.ts';
import { residentLanguages } from './residents/language.ts';

const DAY = { year: 1991, month: 3, day: 14 };

it('is what files, the card and each language write', () => {
  expect(formsOfDay(DAY)).toEqual([
    '1991-03-14',
    '19910314',
    '14 MAR 1991',
    'March 14, 1991',
    '14 de marzo de 1991',
    '14 marca 1991',
    '1991年3月14日',
    '14 مارس 1991',
    '14 березня 1991 р.',
    '14 mars 1991',
    '14 मार्च 1991',
  ]);
});

it.each(residentLanguages)('has every day as the screens write it in %s', (language) => {
  for (let month = 1; month <= 12; month += 1) {
    const date = { ...DAY, month };
    expect(formsOfDay(date)).toContain(dayInWords(date, language));
  }
});

it('has no form twice, so that none is counted twice', () => {
  for (let month = 1; month <= 12; month += 1) {
    const forms = formsOfDay({ year: 1964, month, day: 9 });
    expect(new Set(forms).size).toBe(forms.length);
  }
});
