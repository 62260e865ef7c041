import { expect, test } from 'vitest';
import { isByHand } from './use-hand-key.ts';

const press = { isTrusted: true, repeat: false, timeStamp: 1000 };

test('a trusted press some time after the last key is a hand’s', () => {
  expect(isByHand(press, 900)).toBe(true);
  expect(isByHand(press, Number.NEGATIVE_INFINITY)).toBe(true);
});

test('a held key, a script and the end of a scan are not', () => {
  expect(isByHand({ ...press, repeat: true }, 0)).toBe(false);
  expect(isByHand({ ...press, isTrusted: false }, 0)).toBe(false);
  expect(isByHand(press, 995)).toBe(false);
});
