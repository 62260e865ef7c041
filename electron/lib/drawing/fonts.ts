import { GlobalFonts } from '@napi-rs/canvas';
import { findUncoveredCharacter, type UncoveredCharacter } from '../../../shared/card/coverage.ts';
import { type CharacterMap, readCharacterMap } from './character-map.ts';
import { FONT_FAMILIES, FONT_WEIGHTS, type FontFamily, type FontResolver } from './font-catalogue.ts';
import { readFontTable } from './font-file.ts';

/** The bundled fonts: what they cover, and which of them a text needs. */
export interface Fonts {
  /** Whether some bundled family can draw the character in every weight. */
  readonly isCovered: (codePoint: number) => boolean;
  /** The first character of a text that cannot be drawn as written, or `null`. */
  readonly findUncovered: (text: string) => UncoveredCharacter | null;
  /** The families for `context.font`, loaded by the time this returns. Holds only bundled ones. */
  readonly familiesFor: (text: string) => string;
}

/** Which file each alias was registered from. Skia's table of fonts belongs to the process, so this does too. */
const registeredPaths = new Map<string, string>();

function register(family: FontFamily, resolve: FontResolver): void {
  for (const weight of FONT_WEIGHTS) {
    const path = resolve(family, weight);
    const key = `${family.alias} ${weight}`;
    if (registeredPaths.get(key) === path) continue;
    if (GlobalFonts.registerFromPath(path, family.alias) === null)
      throw new Error(`cannot load the font ${path}`);
    registeredPaths.set(key, path);
  }
}

/** Characters that choose no glyph of their own and take the font of their neighbours. */
const JOINERS = /[\u200C-\u200F]/gu;

/**
 * The bundled fonts in the place that `resolve` names. A family is loaded when a text first needs it; its
 * coverage is read from the file's own `cmap`, because a missing character would silently be drawn with a font
 * of the machine.
 */
export function createFonts(resolve: FontResolver): Fonts {
  const maps = new Map<string, readonly CharacterMap[]>();
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

  function covers(family: FontFamily, codePoint: number): boolean {
    let weights = maps.get(family.alias);
    if (weights === undefined) {
      weights = FONT_WEIGHTS.map((weight) =>
        readCharacterMap(readFontTable(resolve(family, weight), 'cmap')),
      );
      maps.set(family.alias, weights);
    }
    return weights.every((isInMap) => isInMap(codePoint));
  }

  /** The family that draws a whole written character: a base and its marks cannot come from two fonts. */
  function familyOf(cluster: string): FontFamily | undefined {
    return FONT_FAMILIES.find((family) =>
      Array.from(cluster.replace(JOINERS, '')).every((character) =>
        covers(family, character.codePointAt(0) ?? 0),
      ),
    );
  }

  function isCovered(codePoint: number): boolean {
    return FONT_FAMILIES.some((family) => covers(family, codePoint));
  }

  function findUncovered(text: string): UncoveredCharacter | null {
    const missing = findUncoveredCharacter(text, isCovered);
    if (missing !== null) return missing;
    for (const { segment } of segmenter.segment(text)) {
      if (familyOf(segment) === undefined) return findMarkWithoutFont(segment);
    }
    return null;
  }

  function findMarkWithoutFont(cluster: string): UncoveredCharacter {
    const [base = ''] = cluster;
    const family = familyOf(base);
    const isMissing = (codePoint: number): boolean => family === undefined || !covers(family, codePoint);
    const character = Array.from(cluster).find((one) => isMissing(one.codePointAt(0) ?? 0)) ?? base;
    return { character, codePoint: character.codePointAt(0) ?? 0 };
  }

  function familiesFor(text: string): string {
    const needed = new Set<FontFamily>();
    for (const { segment } of segmenter.segment(text)) {
      const family = familyOf(segment);
      if (family !== undefined) needed.add(family);
    }
    // Kept in the order of the catalogue: the first family that has a character draws it, for every text alike.
    const families = FONT_FAMILIES.filter((family, index) => index === 0 || needed.has(family));
    for (const family of families) register(family, resolve);
    return families.map((family) => `"${family.alias}"`).join(', ');
  }

  return { isCovered, findUncovered, familiesFor };
}
