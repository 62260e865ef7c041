import { err, ok, type Result, unreachable } from '../../result.ts';
import type { BarcodeItem, CodeItem } from '../face.ts';
import { encodeCode128, encodePdf417, findUnscannable, PDF417_ROW_MODULES } from './barcode.ts';
import { LEAST_MODULE_MM, type Modules } from './code-modules.ts';

/** Why a number cannot be a barcode in its place. */
export type BarcodeProblem =
  | { readonly kind: 'does-not-fit' }
  | { readonly kind: 'uncovered'; readonly character: string; readonly codePoint: number };

/** Seventeen modules for each column, and four for start, stop and the two row indicators (the stop is one longer). */
const PDF417_COLUMN_MODULES = 17;
const PDF417_FRAME_MODULES = 4 * PDF417_COLUMN_MODULES + 1;

/** Code 128 is as high as its place: a scanner in a hand crosses high bars at any slant. */
function placeCode128(item: BarcodeItem, text: string): CodeItem {
  return placed(item, encodeCode128(text), item.heightMm);
}

/** As many columns as the width allows: few rows are read with fewer passes. */
function placePdf417(item: BarcodeItem, text: string): CodeItem {
  const room = Math.floor(item.widthMm / LEAST_MODULE_MM) - PDF417_FRAME_MODULES;
  const modules = encodePdf417(text, Math.max(1, Math.floor(room / PDF417_COLUMN_MODULES)));
  return placed(item, modules, modules.length * PDF417_ROW_MODULES * LEAST_MODULE_MM);
}

function placed({ xMm, yMm }: BarcodeItem, modules: Modules, heightMm: number): CodeItem {
  const widthMm = (modules[0]?.length ?? 0) * LEAST_MODULE_MM;
  return { kind: 'code', xMm, yMm, widthMm, heightMm, modules };
}

/**
 * A number as a code from the top left of its box, with modules of three dots at 300 to the inch. Spaces are for
 * people and are left out. Refused, never made smaller than a scanner can read, and never with a character less.
 */
export function placeBarcode(item: BarcodeItem): Result<CodeItem, BarcodeProblem> {
  const text = item.text.replace(/\s/gu, '');
  const unscannable = findUnscannable(text);
  if (unscannable !== null) return err({ kind: 'uncovered', ...unscannable });
  // More never fits a card, and the encoder of PDF417 has an end.
  if (text.length > MOST_CHARACTERS) return err({ kind: 'does-not-fit' });
  const code = place(item, text);
  const fits = code.widthMm <= item.widthMm && code.heightMm <= item.heightMm;
  return fits ? ok(code) : err({ kind: 'does-not-fit' });
}

const MOST_CHARACTERS = 40;

function place(item: BarcodeItem, text: string): CodeItem {
  switch (item.symbology) {
    case 'code128':
      return placeCode128(item, text);
    case 'pdf417':
      return placePdf417(item, text);
    default:
      return unreachable(item.symbology);
  }
}
