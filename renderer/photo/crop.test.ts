import { expect, test } from 'vitest';
import { cropOf } from './crop.ts';

test('the middle of a wide frame', () => {
  expect(cropOf(1280, 960)).toEqual({ x: 256, y: 0, width: 768, height: 960 });
});

test('the middle of a tall frame', () => {
  expect(cropOf(600, 1000)).toEqual({ x: 0, y: 125, width: 600, height: 750 });
});

test('a crop lies within its frame and has the card’s shape, whatever the camera gives', () => {
  for (const [width, height] of [
    [640, 480],
    [1920, 1080],
    [641, 479],
    [480, 600],
    [3, 2],
  ] as const) {
    const crop = cropOf(width, height);
    expect(crop.x).toBeGreaterThanOrEqual(0);
    expect(crop.x + crop.width).toBeLessThanOrEqual(width);
    expect(crop.y + crop.height).toBeLessThanOrEqual(height);
    expect(Math.abs(crop.width - crop.height * 0.8)).toBeLessThanOrEqual(1);
  }
});
