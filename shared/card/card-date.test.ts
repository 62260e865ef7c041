import { expect, test } from 'vitest';
import { formatBirthDate, formatCardDate } from './card-date.ts';

test('the month is a word, so that no date can be read in two ways', () => {
  expect(formatCardDate({ year: 1990, month: 3, day: 14 })).toBe('14 MAR 1990');
  expect(formatCardDate({ year: 2031, month: 12, day: 1 })).toBe('01 DEC 2031');
});

test('a year of which no more is known is no first of January', () => {
  expect(formatBirthDate({ year: 1968, month: null, day: null })).toBe('1968');
  expect(formatBirthDate({ year: 1968, month: 1, day: 1 })).toBe('01 JAN 1968');
});

test('a month that does not exist is a bug', () => {
  expect(() => formatCardDate({ year: 2031, month: 13, day: 1 })).toThrow('no such month');
});
