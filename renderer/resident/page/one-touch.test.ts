import { expect, test } from 'vitest';
import { createTouchWatch } from './one-touch.ts';

test('one finger after another is meant', () => {
  const watch = createTouchWatch();
  expect([watch.down(1), watch.up(1), watch.down(2), watch.up(2)]).toEqual([false, false, false, false]);
});

test('of ten at once none is, until all have left', () => {
  const watch = createTouchWatch();
  const fingers = Array.from({ length: 10 }, (_, place) => place);
  expect(fingers.map((finger) => watch.down(finger))).toEqual([false, ...fingers.slice(1).map(() => true)]);
  expect(fingers.slice(1).map((finger) => watch.up(finger))).toEqual(fingers.slice(1).map(() => true));
  // The first still lies there: a new one is not alone.
  expect([watch.down(11), watch.up(11)]).toEqual([true, true]);
  expect(watch.up(0)).toBe(true);
  expect([watch.down(12), watch.up(12)]).toEqual([false, false]);
});

test('a finger that nobody saw come is nobody’s', () => {
  expect(createTouchWatch().up(3)).toBe(false);
});
