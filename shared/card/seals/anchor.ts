import type { Seal } from './seal.ts';
import { arc, circle, corners, mirrored, polar, ticks } from './strokes.ts';

const ARMS = [0, 0.08] as const;
const FLUKES = mirrored([arc(ARMS, 0.5, 0.25, 0.03), corners([0.34, 0.28], [0.52, 0.1], [0.6, 0.34])]);

const SHANK = mirrored([
  [
    [0.04, -0.4],
    [0.04, 0.5],
  ],
]);

/** Rays between the two rings, every second one short: a compass around the anchor. */
const RAYS = Array.from({ length: 32 }, (_, index) => [
  polar(index / 32, 0.86),
  polar(index / 32, index % 2 === 0 ? 0.74 : 0.8),
]);

/** An anchor in a compass rose: an invented seal, of no city. */
export const ANCHOR: Seal = {
  boldStroke: 0.055,
  fineStroke: 0.032,
  bold: [
    circle([0, 0], 0.972),
    ...SHANK,
    ...FLUKES,
    circle([0, -0.5], 0.1),
    [
      [-0.27, -0.27],
      [0.27, -0.27],
    ],
    corners([-0.04, 0.52], [0, 0.66], [0.04, 0.52]),
  ],
  fine: [
    circle([0, 0], 0.88),
    ...ticks(96, 0.9, 0.95),
    ...RAYS,
    arc(ARMS, 0.42, 0.225, 0.04),
    arc(ARMS, 0.42, 0.275, 0.46),
  ],
};
