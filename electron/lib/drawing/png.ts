import { promisify } from 'node:util';
import { crc32, deflate, deflateSync } from 'node:zlib';
import { pixelWords } from './pixel-words.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RED_GREEN_BLUE = 2;
const BITS = 8;
const NO_FILTER = 0;
const UNIT_METRE = 1;
const MM_PER_INCH = 25.4;
const FAST = 1;

const deflateMeanwhile = promisify<Buffer, { level: number; chunkSize: number }, Buffer>(deflate);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = BITS;
  data[9] = RED_GREEN_BLUE;
  return data;
}

function density(dotsPerInch: number): Buffer {
  const data = Buffer.alloc(9);
  const dotsPerMetre = Math.round((dotsPerInch * 1000) / MM_PER_INCH);
  data.writeUInt32BE(dotsPerMetre, 0);
  data.writeUInt32BE(dotsPerMetre, 4);
  data[8] = UNIT_METRE;
  return data;
}

function rowsWithoutAlpha({ width, height, rgba }: Pixels): Buffer {
  const pixels = pixelWords(rgba);
  const rows = Buffer.allocUnsafe(height * (1 + width * 3));
  let to = 0;
  let from = 0;
  for (let row = 0; row < height; row += 1) {
    rows[to] = NO_FILTER;
    to += 1;
    for (let column = 0; column < width; column += 1) {
      const pixel = pixels[from] ?? 0;
      rows[to] = pixel;
      rows[to + 1] = pixel >>> 8;
      rows[to + 2] = pixel >>> 16;
      to += 3;
      from += 1;
    }
  }
  return rows;
}

/** Opaque pixels. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

/** A PNG (ISO/IEC 15948) with its density, so that a viewer shows the card in its true size, and nothing else. */
function pngOf({ width, height }: Pixels, dotsPerInch: number, packed: Buffer): Buffer {
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(width, height)),
    chunk('pHYs', density(dotsPerInch)),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Writes a picture that is kept. `level`: of compression, 1 to 9. */
export function writePng(pixels: Pixels, dotsPerInch: number, level = FAST): Buffer {
  return pngOf(pixels, dotsPerInch, deflateSync(rowsWithoutAlpha(pixels), { level }));
}

/**
 * Writes a picture that is seen once, such as the preview of every change, at the fastest compression: the canvas's own
 * encoder takes four times as long for a tenth less. It is compressed in another thread, while the caller paints the next.
 */
export async function writePngMeanwhile(pixels: Pixels, dotsPerInch: number): Promise<Buffer> {
  const rows = rowsWithoutAlpha(pixels);
  // Room for all of it: with less, zlib comes back for more, and waits for the thread that paints meanwhile.
  const chunkSize = rows.length + (rows.length >>> 10) + 64;
  return pngOf(pixels, dotsPerInch, await deflateMeanwhile(rows, { level: FAST, chunkSize }));
}
