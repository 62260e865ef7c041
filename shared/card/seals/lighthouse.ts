import type { Seal } from './seal.ts';
import { arc, circle, corners, mirrored, polar, ticks, waves } from './strokes.ts';

const LANTERN = [0, -0.4] as const;
const FOOT = { y: 0.44, half: 0.2 };
const HEAD = { y: -0.26, half: 0.12 };

/** Half the width of the tower at a height. */
function halfAt(y: number): number {
  return HEAD.half + ((FOOT.half - HEAD.half) * (y - HEAD.y)) / (FOOT.y - HEAD.y);
}

/** A dark band of the tower, engraved: lines as close as a card printer can set them. */
function band(from: number, to: number): readonly (readonly (readonly [number, number])[])[] {
  const lines = Math.round((to - from) / 0.045);
  return Array.from({ length: lines + 1 }, (_, line) => {
    const y = from + ((to - from) * line) / lines;
    return [
      [-halfAt(y), y],
      [halfAt(y), y],
    ];
  });
}

const TOWER = mirrored([
  [
    [HEAD.half, HEAD.y],
    [FOOT.half, FOOT.y],
  ],
  [
    [0.08, -0.3],
    [0.08, -0.48],
  ],
  corners([0, -0.63], [0.13, -0.48], [0, -0.48]),
]);

const BEAM = mirrored(
  [-0.09, -0.045, 0, 0.045].map((turns) => [polar(turns, 0.2, LANTERN), polar(turns, 0.52, LANTERN)]),
);

/** A lighthouse over the sea: an invented seal, of no city. */
export const LIGHTHOUSE: Seal = {
  boldStroke: 0.055,
  fineStroke: 0.032,
  bold: [
    circle([0, 0], 0.972),
    ...TOWER,
    [
      [-0.18, -0.28],
      [0.18, -0.28],
    ],
    arc([0, 0.95], 0.62, 0.615, 0.885),
    ...BEAM,
  ],
  fine: [
    circle([0, 0], 0.83),
    ...ticks(64, 0.86, 0.93),
    ...band(-0.14, 0.02),
    ...band(0.18, 0.36),
    ...[0.56, 0.66].map((height) => waves(height, 0.79, 0.022, 0.2)),
  ],
};
