import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { expiryInWords, nextActInWords, stateInWords } from './state.ts';

beforeAll(speakEnglish);

test('expiry is told in the last hour only, and never while a hold keeps the application', () => {
  for (const minutes of [60, 480, null]) expect(expiryInWords(minutes)).toBe(null);
  for (const minutes of [59, 1, 0]) expect(expiryInWords(minutes)).not.toBe(null);
  expect(expiryInWords(0)).not.toBe(expiryInWords(1));
  expect([expiryInWords(1), expiryInWords(4)]).toEqual(['expires in 1 minute', 'expires in 4 minutes']);
});

test('a print that stopped is not called printing', () => {
  const underWay = stateInWords({ state: 'printing', printStopped: false, waitsForClerk: false });
  expect(stateInWords({ state: 'printing', printStopped: true, waitsForClerk: false })).not.toBe(underWay);
});

test('the list says what to do next for each application, and nothing for what goes on by itself', () => {
  for (const state of ['draft', 'checked', 'photographed', 'ready', 'printed', 'spoiled'] as const)
    expect(
      nextActInWords({ state, printStopped: false, hold: 'free', waitsForClerk: false }),
      state,
    ).not.toBe(null);
  for (const state of ['queued', 'printing', 'wiping'] as const)
    expect(nextActInWords({ state, printStopped: false, hold: 'free', waitsForClerk: false }), state).toBe(
      null,
    );
  expect(
    nextActInWords({ state: 'printing', printStopped: true, hold: 'free', waitsForClerk: false }),
  ).not.toBe(null);
});

test('what a legal hold keeps is marked in every state, and nobody is sent to hand its card over', () => {
  for (const state of ['draft', 'ready', 'queued', 'printing', 'printed'] as const)
    expect(
      nextActInWords({ state, printStopped: false, hold: 'kept', waitsForClerk: false }),
      state,
    ).toContain('On legal hold');
  const printed = { state: 'printed', printStopped: false } as const;
  expect(nextActInWords({ ...printed, hold: 'free', waitsForClerk: false })).toBe(
    'Scan the card to hand it over.',
  );
  expect(nextActInWords({ ...printed, hold: 'kept', waitsForClerk: false })).toBe(
    'On legal hold. Don’t hand over the card.',
  );
});

test('an application that waits with an applicant’s ticket is told from one that a clerk set aside', () => {
  const draft = { state: 'draft', printStopped: false, hold: 'free' } as const;
  for (const inWords of [stateInWords, nextActInWords])
    expect(inWords({ ...draft, waitsForClerk: true })).not.toBe(inWords({ ...draft, waitsForClerk: false }));
});
