import type { FacePixels } from '../../electron/lib/drawing/draw-card.ts';
import { readPng } from '../../electron/lib/drawing/read-png.test-support.ts';

/** A channel further away than this differs: more than rounding to shades, less than any eye sees. */
const CHANNEL_TOLERANCE = 12;

/** A fresh drawing may differ in so many pixels of a thousand: what another processor rounds otherwise. */
const PIXELS_TOLERANCE = 0.5 / 1000;

/** How a drawing differs from a golden picture. */
export interface Difference {
  /** The largest difference of any channel, of 255. */
  readonly channel: number;
  /** The share of pixels with a channel beyond the tolerance. */
  readonly pixels: number;
  readonly isWithinTolerance: boolean;
}

/** Compares a drawing with a golden picture, pixel by pixel. Another size is another picture. */
export function compareWithGolden(drawn: FacePixels, png: Uint8Array): Difference {
  const golden = readPng(png);
  if (golden.width !== drawn.width || golden.height !== drawn.height)
    return { channel: 255, pixels: 1, isWithinTolerance: false };
  let channel = 0;
  let differing = 0;
  for (let at = 0; at < drawn.rgba.length; at += 4) {
    let most = 0;
    for (let part = 0; part < 3; part += 1)
      most = Math.max(most, Math.abs((drawn.rgba[at + part] ?? 0) - (golden.rgba[at + part] ?? 0)));
    channel = Math.max(channel, most);
    if (most > CHANNEL_TOLERANCE) differing += 1;
  }
  const pixels = differing / (drawn.width * drawn.height);
  return { channel, pixels, isWithinTolerance: pixels <= PIXELS_TOLERANCE };
}
