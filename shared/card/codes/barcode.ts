import barcodes from 'bwip-js/generic';
import type { Modules } from './code-modules.ts';
import { readBars, readPixels } from './read-pixels.ts';

/**
 * Bare white around a barcode, in modules: ten on either side of a Code 128 (ISO/IEC 15417, 4.4), two on every side
 * of a PDF417 (ISO/IEC 15438, 5.8.3). The same for both, so that a programme may change its mind.
 */
export const QUIET_BESIDE_MODULES = 10;
export const QUIET_ABOVE_MODULES = 2;
/** ISO/IEC 15438, 5.8.2: a row of PDF417 is at least three modules high. */
export const PDF417_ROW_MODULES = 3;

/** The standard recommends level 2 for short data; one more, because a card is scratched in a wallet for years. */
const ERROR_CORRECTION = 3;

/** The first character that a barcode does not carry: only what is printable in ASCII scans alike everywhere. */
export function findUnscannable(
  text: string,
): { readonly character: string; readonly codePoint: number } | null {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x20 || codePoint > 0x7e) return { character, codePoint };
  }
  return null;
}

/** A text as one row of Code 128 modules. Digits are packed in pairs. */
export function encodeCode128(text: string): Modules {
  return readBars(barcodes.raw({ bcid: 'code128', text }));
}

/** A text as rows of PDF417 modules, with so many columns of data (1 to 30). */
export function encodePdf417(text: string, columns: number): Modules {
  const options = { bcid: 'pdf417', text, columns, eclevel: ERROR_CORRECTION };
  return readPixels(barcodes.raw(options));
}
