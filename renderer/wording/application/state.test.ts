import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';
import { expiryInWords, nextActInWords, stateInWords } from './state.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

test('expiry is told in the last hour only, and never while a hold keeps the application', () => {
  for (const minutes of [60, 480, null]) expect(expiryInWords(minutes)).toBe(null);
  for (const minutes of [59, 1, 0]) expect(expiryInWords(minutes)).not.toBe(null);
  expect(expiryInWords(0)).not.toBe(expiryInWords(1));
});

test('a print that stopped is not called printing', () => {
  const underWay = stateInWords({ state: 'printing', printStopped: false });
  expect(stateInWords({ state: 'printing', printStopped: true })).not.toBe(underWay);
});

test('the list says what to do for a card that is made or spoiled, and nothing where opening is enough', () => {
  for (const state of ['printed', 'spoiled'] as const) expect(nextActInWords({ state })).not.toBe(null);
  for (const state of ['draft', 'printing', 'wiping'] as const) expect(nextActInWords({ state })).toBe(null);
});
