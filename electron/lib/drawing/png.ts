import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RED_GREEN_BLUE = 2;
const BITS = 8;
const NO_FILTER = 0;
const UNIT_METRE = 1;
const MM_PER_INCH = 25.4;
const FAST = 1;

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

function rowsWithoutAlpha(width: number, height: number, rgba: Buffer): Buffer {
  const rows = Buffer.allocUnsafe(height * (1 + width * 3));
  let to = 0;
  let from = 0;
  for (let row = 0; row < height; row += 1) {
    rows[to] = NO_FILTER;
    to += 1;
    for (let column = 0; column < width; column += 1) {
      rows[to] = rgba[from] ?? 0;
      rows[to + 1] = rgba[from + 1] ?? 0;
      rows[to + 2] = rgba[from + 2] ?? 0;
      to += 3;
      from += 4;
    }
  }
  return rows;
}

/**
 * Writes opaque pixels as a PNG (ISO/IEC 15948), at the fastest compression if nothing is said: the preview is drawn on every
 * keystroke and seen once, and the canvas's own encoder takes four times as long for a tenth less. Carries the
 * density, so that a viewer shows the card in its true size, and nothing else. `level`: of compression, 1 to 9.
 */
export function writePng(
  pixels: { readonly width: number; readonly height: number; readonly rgba: Buffer },
  dotsPerInch: number,
  level = FAST,
): Buffer {
  const { width, height, rgba } = pixels;
  const rows = rowsWithoutAlpha(width, height, rgba);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(width, height)),
    chunk('pHYs', density(dotsPerInch)),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
