import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPath } from './cut-path.ts';

const BOX = { xMm: 0, yMm: 0, widthMm: 10, heightMm: 5 };

test('a line through the box keeps what lies inside, up to the edge', () => {
  const [part, ...others] = cutPath(
    [
      [-4, 2],
      [5, 2],
      [14, 2],
    ],
    BOX,
  );
  expect(others).toEqual([]);
  expect(part?.[0]?.[0]).toBeCloseTo(0, 1);
  expect(part?.[1]).toEqual([5, 2]);
  expect(part?.[2]?.[0]).toBeCloseTo(10, 1);
});

test('a line that leaves and comes back becomes two, and one that stays outside none', () => {
  const there = [2, 2] as const;
  expect(cutPath([there, [2, 9], there], BOX).length).toBe(2);
  expect(
    cutPath(
      [
        [20, 20],
        [30, 30],
      ],
      BOX,
    ),
  ).toEqual([]);
});

test('nothing of a cut line lies outside, and no point of the inside is lost', () => {
  const point = fc.tuple(
    fc.double({ min: -8, max: 18, noNaN: true }),
    fc.double({ min: -8, max: 13, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 12 }), (path) => {
      const kept = cutPath(path, BOX).flat();
      for (const [x, y] of kept) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(10);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(5);
      }
      const inside = path.filter(([x, y]) => x > 0 && x < 10 && y > 0 && y < 5);
      for (const one of inside) expect(kept).toContain(one);
    }),
  );
});
