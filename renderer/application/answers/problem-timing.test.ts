import { expect, test } from 'vitest';
import { mayShow } from './problem-timing.ts';

test('nobody is told of an empty field before trying to go on', () => {
  expect(mayShow({ kind: 'empty', missing: 'name' }, true, false)).toBe(false);
  expect(mayShow({ kind: 'empty', missing: 'name' }, true, true)).toBe(true);
});

test('a half typed date is not a problem yet, a forbidden character is at once', () => {
  // "19" of 1987, while it is typed.
  expect(mayShow({ kind: 'no-such-day', part: 'year' }, false, false)).toBe(false);
  expect(mayShow({ kind: 'no-such-day', part: 'year' }, true, false)).toBe(true);
  expect(mayShow({ kind: 'too-long-ago', part: 'year' }, false, false)).toBe(false);
  expect(mayShow({ kind: 'too-long', limit: 60, length: 61 }, false, false)).toBe(true);
});
