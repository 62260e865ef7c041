import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';
import { dayWithoutYear, isoDayInWords, minuteInWords, momentInWords } from './dates.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

test('a day of a paper is told with its month in words; what is no day stands as it is', () => {
  expect(isoDayInWords('2026-11-24')).toBe('November 24, 2026');
  expect(isoDayInWords('today')).toBe('today');
});

test('an act of staff is told to the second, by the clock of the city', () => {
  const moment = Date.UTC(2026, 10, 25, 4, 59, 7);
  const told = (timeZone: string) => momentInWords(moment, timeZone);
  expect(told('America/New_York')).toBe('November 24, 2026 at 11:59:07 PM');
  expect(told('Asia/Tokyo')).toBe('November 25, 2026 at 1:59:07 PM');
});

test('a moment in a sentence is told to the minute, and breaks neither within its day nor within its time', () => {
  const moment = Date.UTC(2026, 10, 25, 4, 59, 7);
  expect(minuteInWords(moment, 'America/New_York')).toBe('November\u00a024, 2026 at 11:59\u00a0PM');
  expect(minuteInWords(moment, 'Asia/Tokyo')).toBe('November\u00a025, 2026 at 1:59\u00a0PM');
});

test('a day that is near is told without its year, in Latin digits in every language', () => {
  const told = (locale: string): string => {
    i18n.loadAndActivate({ locale, messages: {} });
    return dayWithoutYear({ year: 2026, month: 11, day: 24 });
  };
  expect(told('hi')).toMatch(/^24 /);
  expect(told('en')).toBe('November 24');
});
