import { expect, test } from 'vitest';
import { secondsUntil } from './use-countdown.ts';

test('a second that has begun still counts, and nothing is below nought', () => {
  expect(secondsUntil(5000, 0)).toBe(5);
  expect(secondsUntil(5000, 1)).toBe(5);
  expect(secondsUntil(5000, 4001)).toBe(1);
  expect(secondsUntil(5000, 5000)).toBe(0);
  expect(secondsUntil(5000, 9000)).toBe(0);
});
