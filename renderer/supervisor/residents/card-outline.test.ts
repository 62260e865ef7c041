import { expect, test } from 'vitest';
import { cardOutline, corrected, guessedWidth, typedWidth } from './card-outline.ts';

test('an outline is as large as a card where the width is true', () => {
  // A display of 16 inches: 344 mm over 1280 pixels.
  const { width, height } = cardOutline(344, 1280);
  expect(width * (344 / 1280)).toBeCloseTo(85.6);
  expect(height * (344 / 1280)).toBeCloseTo(53.98);
});

test('a display that is said to be wider draws a smaller card', () => {
  expect(cardOutline(corrected(344, -1, false), 1280).width).toBeLessThan(cardOutline(344, 1280).width);
  expect(cardOutline(corrected(344, 1, false), 1280).width).toBeGreaterThan(cardOutline(344, 1280).width);
  expect(corrected(344, 1, true)).toBe(334);
});

test('a display that nobody measured has 96 pixels to the inch', () => {
  expect(guessedWidth(1280)).toBe(339);
  expect(cardOutline(guessedWidth(960), 960).width).toBeCloseTo((85.6 / 25.4) * 96, 0);
});

test('a width is millimeters that a display may have', () => {
  expect(['344', ' 344.2 ', '100', '2000'].map(typedWidth)).toEqual([344, 344.2, 100, 2000]);
  expect(['', '99', '2001', '34.4', '-344', '1e2', 'wide'].map(typedWidth)).toEqual(Array(7).fill(null));
  expect(corrected(344.2, 1, false)).toBe(343);
  expect(corrected(100, 1, true)).toBe(100);
  expect(corrected(2000, -1, false)).toBe(2000);
});
