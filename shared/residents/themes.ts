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
