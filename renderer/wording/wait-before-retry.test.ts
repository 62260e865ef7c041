import { expect, test } from 'vitest';
import { waitOf } from './wait-before-retry.ts';

test('only refusals about passphrases make people wait', () => {
  expect(waitOf({ kind: 'wrong-passphrase', waitSeconds: 0 })).toBe(0);
  expect(waitOf({ kind: 'too-many-attempts', waitSeconds: 20 })).toBe(20);
  expect(waitOf({ kind: 'locked-out', waitMinutes: 30 })).toBe(1800);
  expect(waitOf({ kind: 'not-now' })).toBe(0);
});
