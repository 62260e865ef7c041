import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { expiryInWords, nextActInWords, stateInWords } from './state.ts';

beforeAll(speakEnglish);

test('expiry is told in the last hour only, and never while a hold keeps the application', () => {
  for (const minutes of [60, 480, null]) expect(expiryInWords(minutes)).toBe(null);
  for (const minutes of [59, 1, 0]) expect(expiryInWords(minutes)).not.toBe(null);
  expect(expiryInWords(0)).not.toBe(expiryInWords(1));
});

test('a print that stopped is not called printing', () => {
  const underWay = stateInWords({ state: 'printing', printStopped: false });
  expect(stateInWords({ state: 'printing', printStopped: true })).not.toBe(underWay);
});

test('the list says what to do next for each application, and nothing for what goes on by itself', () => {
  for (const state of ['draft', 'checked', 'photographed', 'ready', 'printed', 'spoiled'] as const)
    expect(nextActInWords({ state, printStopped: false, hold: 'free' }), state).not.toBe(null);
  for (const state of ['queued', 'printing', 'wiping'] as const)
    expect(nextActInWords({ state, printStopped: false, hold: 'free' }), state).toBe(null);
  expect(nextActInWords({ state: 'printing', printStopped: true, hold: 'free' })).not.toBe(null);
});

test('what a legal hold keeps is marked in every state, and nobody is sent to hand its card over', () => {
  for (const state of ['draft', 'ready', 'queued', 'printing', 'printed'] as const)
    expect(nextActInWords({ state, printStopped: false, hold: 'kept' }), state).toContain('On legal hold');
  const printed = { state: 'printed', printStopped: false } as const;
  expect(nextActInWords({ ...printed, hold: 'free' })).toBe('Scan the card to hand it over.');
  expect(nextActInWords({ ...printed, hold: 'kept' })).toBe('On legal hold. Don’t hand over the card.');
});
