import { expect, it } from 'vitest';
import { otherDisplay } from './other-display.ts';

const size = (width: number, height: number) => ({ width, height });

it('a display is another one where either side is, and any is right where the settings say nothing', () => {
  const wanted = size(1920, 1080);
  expect(otherDisplay(wanted, size(1920, 1080))).toBeNull();
  for (const found of [size(1080, 1920), size(1920, 1200), size(800, 600)])
    expect(otherDisplay(wanted, found)).toEqual(found);
  expect(otherDisplay(null, size(800, 600))).toBeNull();
});
