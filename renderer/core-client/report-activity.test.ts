import { expect, test } from 'vitest';
import { createActivityReporter } from './report-activity.ts';

test('many touches are told once each 20 seconds, the first at once', () => {
  let now = 1000;
  const toldAt: number[] = [];
  const report = createActivityReporter(
    () => toldAt.push(now),
    () => now,
  );
  for (; now < 62_000; now += 500) report();
  expect(toldAt).toEqual([1000, 21_000, 41_000, 61_000]);
});

test('a touch after a long rest is told at once', () => {
  let now = 0;
  let told = 0;
  const report = createActivityReporter(
    () => {
      told += 1;
    },
    () => now,
  );
  report();
  now = 3_600_000;
  report();
  expect(told).toBe(2);
});
