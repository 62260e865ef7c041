import { expect, test } from 'vitest';
import { BARS_HEIGHT, barsOf } from './bars.ts';

test('the highest figure is as high as the drawing, however small it is', () => {
  expect(barsOf([5, 6, 0], 6).map(({ height }) => Math.round(height))).toEqual([47, BARS_HEIGHT, 1]);
  expect(barsOf([38], 38)[0]?.height).toBe(BARS_HEIGHT);
});

test('a hidden figure never looks like more than one that is told', () => {
  const [hidden, least] = barsOf([null, 5, 38], 38);
  expect(hidden?.isHidden).toBe(true);
  expect(hidden?.height).toBeLessThan(least?.height ?? 0);
});
