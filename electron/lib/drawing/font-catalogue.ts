import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The weights that stand on a card. */
export const FONT_WEIGHTS = [400, 700] as const;
export type FontWeight = (typeof FONT_WEIGHTS)[number];

/** One bundled font family. */
export interface FontFamily {
  /** The name under which it is registered: ours alone, so that no font of the machine can answer to it. */
  readonly alias: string;
  /** The npm package that carries it. */
  readonly packageName: string;
  /** The start of its file names. */
  readonly fileStem: string;
}

/**
 * In the order in which a character is looked for. The first has Latin, Greek, Cyrillic and everyday Devanagari; the
 * Devanagari family adds the rare signs of old texts; the largest file comes last.
 */
export const FONT_FAMILIES: readonly FontFamily[] = [
  { alias: 'Counterfoil Latin', packageName: '@expo-google-fonts/noto-sans', fileStem: 'NotoSans' },
  {
    alias: 'Counterfoil Arabic',
    packageName: '@expo-google-fonts/noto-sans-arabic',
    fileStem: 'NotoSansArabic',
  },
  {
    alias: 'Counterfoil Devanagari',
    packageName: '@expo-google-fonts/noto-sans-devanagari',
    fileStem: 'NotoSansDevanagari',
  },
  { alias: 'Counterfoil Han', packageName: '@expo-google-fonts/noto-sans-sc', fileStem: 'NotoSansSC' },
];

const WEIGHT_NAMES: Record<FontWeight, string> = { 400: '400Regular', 700: '700Bold' };

/** The file name of a font, the same in the npm package and in the packaged app: "NotoSans_700Bold.ttf". */
export function fontFileName(family: FontFamily, weight: FontWeight): string {
  return `${family.fileStem}_${WEIGHT_NAMES[weight]}.ttf`;
}

/** Says where on disk a font lies. The packaged app has its own; development has `findInstalledFont`. */
export type FontResolver = (family: FontFamily, weight: FontWeight) => string;

/** The fonts as npm installed them. */
export const findInstalledFont: FontResolver = (family, weight) =>
  createRequire(import.meta.url).resolve(
    `${family.packageName}/${WEIGHT_NAMES[weight]}/${fontFileName(family, weight)}`,
  );

/** The fonts of a bundled application: all in one folder. */
export function fontsIn(folder: string): FontResolver {
  return (family, weight) => join(folder, fontFileName(family, weight));
}
