/** A page read back, and what its header says, by the offsets of PWG 5102.4, table 3. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly bytesPerPixel: number;
  readonly pixels: Buffer;
  readonly number: (at: number) => number;
  readonly text: (at: number) => string;
}

const HEADER_BYTES = 1796;

/** Reads a PWG Raster stream by the letter of the standard; throws at anything that it does not foresee. */
export function readPwgRaster(stream: Buffer): readonly ReadPage[] {
  if (stream.toString('latin1', 0, 4) !== 'RaS2') throw new Error('no sync word');
  const pages: ReadPage[] = [];
  let at = 4;
  while (at < stream.length) {
    const header = stream.subarray(at, at + HEADER_BYTES);
    if (header.length !== HEADER_BYTES) throw new Error('half a header');
    const [width, height, bits, lineBytes] = [372, 376, 388, 392].map((offset) =>
      header.readUInt32BE(offset),
    );
    if (!width || !height || !bits || !lineBytes) throw new Error('an empty page');
    const bytesPerPixel = bits / 8;
    if (lineBytes !== width * bytesPerPixel) throw new Error('lines of another length');
    const pixels = Buffer.alloc(height * lineBytes);
    at += HEADER_BYTES;
    for (let line = 0; line < height; ) {
      const times = (stream[at] ?? 0) + 1;
      at += 1;
      const row = Buffer.alloc(lineBytes);
      let to = 0;
      while (to < lineBytes) {
        const code = stream[at] ?? 128;
        at += 1;
        if (code === 128) throw new Error('a code that PWG Raster does not have');
        const pixel = stream.subarray(at, at + bytesPerPixel);
        if (code < 128) {
          for (let count = 0; count <= code; count += 1) to += pixel.copy(row, to);
          at += bytesPerPixel;
        } else {
          const bytes = (257 - code) * bytesPerPixel;
          to += stream.copy(row, to, at, at + bytes);
          at += bytes;
        }
      }
      if (to !== lineBytes || line + times > height) throw new Error('pixels beyond the page');
      for (let time = 0; time < times; time += 1) row.copy(pixels, (line + time) * lineBytes);
      line += times;
    }
    pages.push({
      width,
      height,
      bytesPerPixel,
      pixels,
      number: (offset) => header.readInt32BE(offset),
      text: (offset) => header.toString('latin1', offset, header.indexOf(0, offset)),
    });
  }
  return pages;
}
