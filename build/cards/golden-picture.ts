import type { FacePixels } from '../../electron/lib/drawing/draw-card.ts';
import { writePng } from '../../electron/lib/drawing/png.ts';

/** Enough to see everything, and twenty pictures stay below 1.5 MB. */
export const GOLDEN_DOTS_PER_INCH = 200;

/** Shades of a channel in a golden picture: fine lines have thousands of tints, which pack badly. */
const SHADES = 32;

/** A drawing as the PNG that docs/cards keeps. */
export function goldenPng({ width, height, rgba }: FacePixels): Buffer {
  const step = 255 / (SHADES - 1);
  const rounded = Buffer.from(rgba.map((value) => Math.round(Math.round(value / step) * step)));
  return writePng({ width, height, rgba: rounded }, GOLDEN_DOTS_PER_INCH, 9);
}
