import { expect, it, test } from 'vitest';
import { neighborOfTextSize, residentTextSizes, textScale } from './text-height.ts';

/** VVSG 2.0, 7.1-G, as docs and law have it: not taken from the product. */
const RANGES = { small: [3.5, 4.2], normal: [4.8, 5.6], large: [6.4, 7.1], largest: [8.5, 9.0] } as const;

/** Displays as a kiosk may have: their real width, and what the page takes it for. */
const DISPLAYS = [
  { displayMillimeters: 304, screenPixels: 1024 },
  { displayMillimeters: 217, screenPixels: 1280 },
  { displayMillimeters: 531, screenPixels: 1920 },
  { displayMillimeters: 336, screenPixels: 1080 },
  { displayMillimeters: null, screenPixels: 1280 },
];

test.each(DISPLAYS)(
  'a capital letter is as high as the law asks for on $displayMillimeters mm',
  (display) => {
    for (const size of residentTextSizes) {
      const { fontSize } = textScale(size, display);
      const perPixel =
        (display.displayMillimeters ?? (display.screenPixels * 25.4) / 96) / display.screenPixels;
      const [least, most] = RANGES[size];
      expect(fontSize * 0.714 * perPixel).toBeGreaterThanOrEqual(least);
      expect(fontSize * 0.714 * perPixel).toBeLessThanOrEqual(most);
    }
  },
);

it('takes a display that nobody measured, or that is none, for 96 dots per inch', () => {
  const unmeasured = textScale('normal', { displayMillimeters: null, screenPixels: 1280 });
  expect(unmeasured.pixelsPerMillimeter).toBeCloseTo(96 / 25.4);
  expect(textScale('normal', { displayMillimeters: 0, screenPixels: 1280 })).toEqual(unmeasured);
  expect(textScale('normal', { displayMillimeters: 300, screenPixels: 0 })).toEqual(unmeasured);
});

it('goes from one size to the next, and stays at the ends', () => {
  expect(neighborOfTextSize('normal', 1)).toBe('large');
  expect(neighborOfTextSize('normal', -1)).toBe('small');
  expect(neighborOfTextSize('largest', 1)).toBe('largest');
  expect(neighborOfTextSize('small', -1)).toBe('small');
});
