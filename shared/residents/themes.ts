/**
 * The colors of residents' screens: the contrast of every text is at least 10:1 to begin with, at least 20:1 in high
 * contrast, and between 4.5:1 and 8:1 in low contrast, for whoever is blinded by more (VVSG 2.0, 7.1-C and 7.1-D).
 */
export const residentThemes = ['normal', 'high', 'low'] as const;
export type ResidentTheme = (typeof residentThemes)[number];

/** The custom properties that the parts of a screen are drawn with; see styles/tokens.css. */
export type ColorToken =
  | '--ink'
  | '--ink-soft'
  | '--paper'
  | '--paper-raised'
  | '--paper-sunken'
  | '--line'
  | '--control-line'
  | '--accent'
  | '--accent-strong'
  | '--accent-wash'
  | '--on-accent'
  | '--good'
  | '--good-wash'
  | '--warn'
  | '--warn-wash'
  | '--bad'
  | '--bad-wash'
  | '--focus';

/** Colors as #rrggbb. */
export type ThemeColors = Readonly<Record<ColorToken, string>>;

const normal: ThemeColors = {
  ...{ '--ink': '#14213d', '--ink-soft': '#26304a' },
  ...{ '--paper': '#fbfaf7', '--paper-raised': '#ffffff', '--paper-sunken': '#f6f4ef' },
  ...{ '--line': '#5b6478', '--control-line': '#3a4257' },
  ...{
    '--accent': '#073f44',
    '--accent-strong': '#05343a',
    '--accent-wash': '#ecf5f5',
    '--on-accent': '#ffffff',
  },
  ...{ '--good': '#10401f', '--good-wash': '#eef7f0', '--warn': '#4a2d00', '--warn-wash': '#fdf6e6' },
  ...{ '--bad': '#6e0f0f', '--bad-wash': '#fdf1f0', '--focus': '#073f44' },
};

const high: ThemeColors = {
  ...{ '--ink': '#000000', '--ink-soft': '#000000' },
  ...{ '--paper': '#ffffff', '--paper-raised': '#ffffff', '--paper-sunken': '#ffffff' },
  ...{ '--line': '#000000', '--control-line': '#000000' },
  ...{
    '--accent': '#000000',
    '--accent-strong': '#000000',
    '--accent-wash': '#ffffff',
    '--on-accent': '#ffffff',
  },
  ...{ '--good': '#000000', '--good-wash': '#ffffff', '--warn': '#000000', '--warn-wash': '#ffffff' },
  ...{ '--bad': '#000000', '--bad-wash': '#ffffff', '--focus': '#000000' },
};

const low: ThemeColors = {
  ...{ '--ink': '#4f5358', '--ink-soft': '#4f5358' },
  ...{ '--paper': '#e6e3dc', '--paper-raised': '#ebe8e2', '--paper-sunken': '#e2dfd7' },
  ...{ '--line': '#6c7076', '--control-line': '#5c6066' },
  ...{
    '--accent': '#2f555a',
    '--accent-strong': '#2f555a',
    '--accent-wash': '#dfe3df',
    '--on-accent': '#e6e3dc',
  },
  ...{ '--good': '#3b5642', '--good-wash': '#dfe3da', '--warn': '#5f4d2e', '--warn-wash': '#e8e1cf' },
  ...{ '--bad': '#7a3c3c', '--bad-wash': '#e9dcd8', '--focus': '#2f555a' },
};

export const themeColors: Readonly<Record<ResidentTheme, ThemeColors>> = { normal, high, low };

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
