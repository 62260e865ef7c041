import { expect, test } from 'vitest';
import { mayShow } from './problem-timing.ts';

test('nobody is told of an empty field before trying to go on', () => {
  expect(mayShow({ kind: 'empty' }, true, false)).toBe(false);
  expect(mayShow({ kind: 'empty' }, true, true)).toBe(true);
});

test('a half typed date is not a problem yet, a forbidden character is at once', () => {
  expect(mayShow({ kind: 'too-long-ago', part: 'year' }, false, false)).toBe(false);
  expect(mayShow({ kind: 'too-long-ago', part: 'year' }, true, false)).toBe(true);
  expect(mayShow({ kind: 'too-long', limit: 60, length: 61 }, false, false)).toBe(true);
});
