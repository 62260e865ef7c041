import { expect, test } from 'vitest';
import { formatCardDate } from './card-date.ts';

test('the month is a word, so that no date can be read in two ways', () => {
  expect(formatCardDate({ year: 1990, month: 3, day: 14 })).toBe('14 MAR 1990');
  expect(formatCardDate({ year: 2031, month: 12, day: 1 })).toBe('01 DEC 2031');
});

test('a month that does not exist is a bug', () => {
  expect(() => formatCardDate({ year: 2031, month: 13, day: 1 })).toThrow('no such month');
});
