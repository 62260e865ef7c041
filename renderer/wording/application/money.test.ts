import { beforeAll, expect, it } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { moneyInWords } from './money.ts';

beforeAll(speakEnglish);

it.each([
  [1000, 'USD', '$10.00'],
  [5, 'USD', '$0.05'],
  [150_000, 'USD', '$1,500.00'],
  [1250, 'EUR', '€12.50'],
  // The yen has no smaller unit.
  [500, 'JPY', '¥500'],
] as const)('%i of %s is %s', (cents, currency, words) => {
  expect(moneyInWords(cents, currency)).toBe(words);
});
