import { expect, test } from 'vitest';
import { slipLanguageFor } from './slip-language.ts';

test('a slip begins in the applicant’s language, where it is made in it', () => {
  expect(slipLanguageFor('es', ['en', 'es'])).toBe('es');
  expect(slipLanguageFor('zh-Hans', ['en', 'zh'])).toBe('zh');
  expect(slipLanguageFor('zh-Hans', ['en', 'zh', 'zh-Hans'])).toBe('zh-Hans');
});

test('and else in English', () => {
  expect(slipLanguageFor('pl', ['en', 'es'])).toBe('en');
  expect(slipLanguageFor('en', ['en'])).toBe('en');
});
