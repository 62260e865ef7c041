import { expect, test } from 'vitest';
import { createStirrer } from './stir.ts';

test('many touches are told once each 20 seconds, the first at once', () => {
  let now = 1000;
  const toldAt: number[] = [];
  const stir = createStirrer(
    () => toldAt.push(now),
    () => now,
  );
  for (; now < 62_000; now += 500) stir();
  expect(toldAt).toEqual([1000, 21_000, 41_000, 61_000]);
});

test('a touch after a long rest is told at once', () => {
  let now = 0;
  let told = 0;
  const stir = createStirrer(
    () => {
      told += 1;
    },
    () => now,
  );
  stir();
  now = 3_600_000;
  stir();
  expect(told).toBe(2);
});
