import { expect, test } from 'vitest';
import { contrast, readableOn, thin } from './colour.ts';

test('contrast follows WCAG', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
});

test('text on any accent is the one of black and white that reads better', () => {
  expect(readableOn('#0B5E63')).toBe('#FFFFFF');
  expect(readableOn('#F2C14E')).toBe('#000000');
});

test('thinning goes to white', () => {
  expect(thin('#0B5E63', 1)).toBe('#0b5e63');
  expect(thin('#0B5E63', 0)).toBe('#ffffff');
});

test('what is not a colour is a bug', () => {
  expect(() => thin('teal', 1)).toThrow('not a #RRGGBB colour');
});
