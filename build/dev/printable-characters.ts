import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { createFonts } from '../../electron/lib/drawing/fonts.ts';
import { type CharacterRun, listCovered } from '../../shared/card/coverage.ts';

/** What the fonts of the card have, by the same tables that a core reads: a page cannot open them. */
export function printableCharacters(): readonly CharacterRun[] {
  return listCovered(createFonts(findInstalledFont).isCovered);
}
