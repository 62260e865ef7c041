import { expect, test } from 'vitest';
import { directionOf } from './text-direction.ts';

test.each([
  ['محمد Smith', 'rtl'],
  ['Smith محمد', 'ltr'],
  ['123 محمد', 'rtl'],
  ['+1 555', 'ltr'],
  ['', 'ltr'],
])('%s runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
