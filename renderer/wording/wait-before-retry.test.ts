import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from './english.test-support.ts';
import { refusalInWords } from './refusal.ts';
import { waitOf } from './wait-before-retry.ts';

beforeAll(speakEnglish);

test('only refusals about passphrases make people wait', () => {
  expect(waitOf({ kind: 'wrong-passphrase', waitSeconds: 0 })).toBe(0);
  expect(waitOf({ kind: 'too-many-attempts', waitSeconds: 20 })).toBe(20);
  expect(waitOf({ kind: 'locked-out', waitMinutes: 30 })).toBe(1800);
  expect(waitOf({ kind: 'not-now' })).toBe(0);
});

test('why people wait has no figure: how long is told once, counting down', () => {
  for (const refusal of [
    { kind: 'wrong-passphrase', waitSeconds: 20 },
    { kind: 'too-many-attempts', waitSeconds: 20 },
    { kind: 'locked-out', waitMinutes: 30 },
  ] as const) {
    expect(refusalInWords(refusal), refusal.kind).not.toMatch(/\d|#|wait/i);
  }
});
