import { i18n } from '@lingui/core';
import { afterEach, expect, test } from 'vitest';
import { residentLanguages } from '../../../shared/residents/language.ts';
import { secondsInWords } from './seconds.ts';

afterEach(() => i18n.activate('en'));

function saidIn(language: string, seconds: number): string {
  i18n.load(language, {});
  i18n.activate(language);
  return secondsInWords(seconds);
}

test('seconds are named in each language, in Latin digits, and one of them otherwise than several', () => {
  expect([1, 30].map((seconds) => saidIn('en', seconds))).toEqual(['1 second', '30 seconds']);
  expect([1, 3, 30].map((seconds) => saidIn('pl', seconds))).toEqual(['1 sekunda', '3 sekundy', '30 sekund']);
  expect(saidIn('ar', 30)).toMatch(/^30\s\p{Script=Arabic}+$/u);
  for (const language of residentLanguages)
    expect(saidIn(language, 30), language).toMatch(/^30\s?\p{L}[\p{L}\p{M}]*$/u);
});
