import type { Path } from '../face.ts';

const CIRCLE_POINTS = 48;

type Point = readonly [number, number];

/** A point at an angle (in turns, 0 is to the right, clockwise) and a distance from a centre. */
export function polar(turns: number, radius: number, [x, y]: Point = [0, 0]): Point {
  return [x + radius * Math.cos(2 * Math.PI * turns), y + radius * Math.sin(2 * Math.PI * turns)];
}

/** Part of a circle, between two angles in turns. */
export function arc(centre: Point, radius: number, fromTurns: number, toTurns: number): Path {
  const points = Math.max(8, Math.round(CIRCLE_POINTS * Math.abs(toTurns - fromTurns)));
  return Array.from({ length: points + 1 }, (_, index) =>
    polar(fromTurns + ((toTurns - fromTurns) * index) / points, radius, centre),
  );
}

export function circle(centre: Point, radius: number): Path {
  return arc(centre, radius, 0, 1);
}

/** Straight from point to point: each corner stands twice, because strokes are drawn as curves. */
export function corners(...points: readonly Point[]): Path {
  return points.flatMap((point, index) =>
    index === 0 || index === points.length - 1 ? [point] : [point, point],
  );
}

/** The same strokes to the left and to the right of the middle. */
export function mirrored(paths: readonly Path[]): readonly Path[] {
  return [...paths, ...paths.map((path) => path.map(([x, y]): Point => [-x, y]))];
}

/** Short strokes around the middle, like the edge of a coin. */
export function ticks(count: number, inner: number, outer: number): readonly Path[] {
  return Array.from({ length: count }, (_, index) => [
    polar(index / count, inner),
    polar(index / count, outer),
  ]);
}

/** A line of waves across a circle of radius `reach`, at a height. */
export function waves(height: number, reach: number, swell: number, length: number): Path {
  const half = Math.sqrt(Math.max(0, reach ** 2 - height ** 2));
  const points = Math.round((16 * half) / length);
  return Array.from({ length: points + 1 }, (_, index): Point => {
    const x = -half + (2 * half * index) / points;
    return [x, height + swell * Math.cos((2 * Math.PI * x) / length)];
  });
}
