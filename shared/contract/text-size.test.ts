import { expect, test } from 'vitest';
import { neighborOf, textSize, textSizes } from './text-size.ts';

test('larger and smaller go through every size, and end at the last ones', () => {
  expect(textSizes.map((size) => neighborOf(size, 1))).toEqual([125, 150, 200, 200]);
  expect(textSizes.map((size) => neighborOf(size, -1))).toEqual([100, 100, 125, 150]);
});

test('no other size is taken from a message', () => {
  for (const size of textSizes) expect(textSize.safeParse(size).success).toBe(true);
  for (const size of [99, 110, 400, '125', null]) expect(textSize.safeParse(size).success).toBe(false);
});
