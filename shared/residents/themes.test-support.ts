import type { ColorToken, ResidentTheme } from './themes.ts';

/** The least and the most that the contrast of a text may be. */
export const contrastRanges: Readonly<Record<ResidentTheme, readonly [least: number, most: number]>> = {
  normal: [10, 21],
  high: [20, 21],
  low: [4.5, 8],
};

/** Every color that text is drawn in, on every ground that it stands on. */
export const textPairs: readonly (readonly [text: ColorToken, ground: ColorToken])[] = [
  ['--ink', '--paper'],
  ['--ink', '--paper-raised'],
  ['--ink', '--paper-sunken'],
  ['--ink', '--accent-wash'],
  ['--ink', '--good-wash'],
  ['--ink', '--warn-wash'],
  ['--ink', '--bad-wash'],
  ['--ink-soft', '--paper'],
  ['--ink-soft', '--paper-raised'],
  ['--accent', '--paper'],
  ['--accent', '--paper-raised'],
  ['--on-accent', '--accent'],
  ['--good', '--good-wash'],
  ['--warn', '--paper'],
  ['--warn', '--warn-wash'],
  ['--bad', '--paper'],
  ['--bad', '--paper-raised'],
  ['--bad', '--bad-wash'],
];

/** What is seen without being read, on its ground: frames of controls, and the focus. At least 3:1 (WCAG 2.2, 1.4.11). */
export const shapePairs: readonly (readonly [shape: ColorToken, ground: ColorToken])[] = [
  ['--control-line', '--paper'],
  ['--control-line', '--paper-raised'],
  ['--control-line', '--paper-sunken'],
  ['--line', '--paper'],
  ['--accent', '--paper'],
  ['--focus', '--paper'],
  ['--focus', '--paper-raised'],
  ['--bad', '--paper'],
];

/** How bright a color is, from 0 to 1, as WCAG 2.2 reckons it. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The contrast of two colors, from 1 to 21 (WCAG 2.2). */
export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}
