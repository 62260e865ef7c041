import { expect, it, test } from 'vitest';
import { contrastOf, contrastRanges, shapePairs, textPairs } from './themes.test-support.ts';
import { themeColors } from './themes.ts';

const themes = ['normal', 'high', 'low'] as const;

test.each(themes)('every text has its contrast in the theme %s', (theme) => {
  const [least, most] = contrastRanges[theme];
  const colors = themeColors[theme];
  const wrong = textPairs.flatMap(([text, ground]) => {
    const ratio = contrastOf(colors[text], colors[ground]);
    return ratio >= least && ratio <= most ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)}`];
  });
  expect(wrong).toEqual([]);
});

test.each(themes)('what is seen without being read stands out in the theme %s', (theme) => {
  const colors = themeColors[theme];
  const faint = shapePairs.filter(([shape, ground]) => contrastOf(colors[shape], colors[ground]) < 3);
  expect(faint).toEqual([]);
});

it('reckons contrast as WCAG does', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrastOf('#123456', '#123456')).toBe(1);
});
