import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';
import { isoDayInWords, momentInWords } from './dates.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

test('a day of a paper is told with its month in words; what is no day stands as it is', () => {
  expect(isoDayInWords('2026-11-24')).toBe('24 November 2026');
  expect(isoDayInWords('today')).toBe('today');
});

test('an act of staff is told to the second, in UTC wherever the kiosk stands', () => {
  expect(momentInWords(Date.UTC(2026, 10, 24, 23, 59, 7))).toBe('24 November 2026, 23:59:07 UTC');
});
