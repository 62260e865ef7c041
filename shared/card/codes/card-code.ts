import barcodes from 'bwip-js/generic';
import type { Modules } from './code-modules.ts';
import { readPixels } from './read-pixels.ts';

/** The quiet zone that ISO/IEC 18004 asks for around a QR code, in modules. */
export const QUIET_MODULES = 4;

/**
 * A text as QR modules, at the highest error correction: a card is carried for years, and a third of the code
 * may be scratched away. Ten characters of a card number fit version 1 (21 modules a side) all the same.
 */
export function encodeCode(text: string): Modules {
  // Held in a variable because the package's types leave out the options of single symbologies.
  const options = { bcid: 'qrcode', text, eclevel: 'H' };
  return readPixels(barcodes.raw(options));
}
