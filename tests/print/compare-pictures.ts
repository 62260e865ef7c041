import type { FacePixels } from '../../electron/lib/drawing/draw-card.ts';

/**
 * Two renderers soften edges differently and place them half a dot apart, so a pixel is compared with the other
 * picture's pixel and its neighbours; beyond their range by more than this, of 255, it differs.
 */
const CHANNEL_TOLERANCE = 64;
/** Whether the two have nearly one colour at a place: quick, and true nearly everywhere. */
function isAlike(one: FacePixels, other: FacePixels, x: number, y: number): boolean {
  const at = (y * one.width + x) * 4;
  const otherAt = (y * other.width + x) * 4;
  return [0, 1, 2].every(
    (channel) =>
      Math.abs((one.rgba[at + channel] ?? 0) - (other.rgba[otherAt + channel] ?? 0)) <= CHANNEL_TOLERANCE,
  );
}

/** How far the value at a place is from the range of the other picture's values there and next to it. */
function distance(one: FacePixels, other: FacePixels, x: number, y: number, channel: number): number {
  const value = one.rgba[(y * one.width + x) * 4 + channel] ?? 0;
  let [least, most] = [255, 0];
  for (let nextY = Math.max(0, y - 1); nextY <= Math.min(other.height - 1, y + 1); nextY += 1) {
    for (let nextX = Math.max(0, x - 1); nextX <= Math.min(other.width - 1, x + 1); nextX += 1) {
      const near = other.rgba[(nextY * other.width + nextX) * 4 + channel] ?? 0;
      least = Math.min(least, near);
      most = Math.max(most, near);
    }
  }
  return Math.max(0, least - value, value - most);
}

/** The share of pixels of one picture that the other does not have there or next to it. */
export function shareDiffering(one: FacePixels, other: FacePixels): number {
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  let differing = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isAlike(one, other, x, y)) continue;
      if ([0, 1, 2].some((channel) => distance(one, other, x, y, channel) > CHANNEL_TOLERANCE))
        differing += 1;
    }
  }
  return differing / (width * height);
}
