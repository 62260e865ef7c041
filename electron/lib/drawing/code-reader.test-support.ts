import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { FacePixels } from './draw-card.ts';
import { writePng } from './png.ts';

const program = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

// Given from the disk, because the package would fetch it from a server of its own.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(program)).buffer } });

/** A code as a reader that is not ours finds it. */
export interface ReadCode {
  readonly format: string;
  readonly text: string;
}

/** Every code of the three kinds on a picture, wherever it is, in the order of their kinds. */
export async function readCodes(pixels: FacePixels): Promise<readonly ReadCode[]> {
  const picture = new Uint8Array(writePng(pixels, 300));
  const found = await readBarcodes(picture, { formats: ['QRCode', 'Code128', 'PDF417'] });
  return found
    .map(({ format, text }) => ({ format, text }))
    .sort((one, other) => one.format.localeCompare(other.format));
}
