import { execFileSync } from 'node:child_process';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { type DisplayEnvironment, forXTools } from './mapped-windows.ts';

/** A picture of a whole screen. */
export interface Screenshot {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, 255. */
  readonly pixels: Uint8ClampedArray;
}

/** Of the X window dump format: where its fields lie, in units of four bytes (XWDFile.h). */
const FIELD = { headerSize: 0, depth: 3, width: 4, height: 5, byteOrder: 7, bitsPerPixel: 11, bytesPerLine: 12, colors: 19 };
const COLOR_BYTES = 12;
const MOST_BYTES = 64 * 1024 * 1024;

/** What stands on the screen now, as the X server has it. */
export function takeScreenshot(environment: DisplayEnvironment): Screenshot {
  const dump = execFileSync('xwd', ['-root', '-silent'], { env: forXTools(environment), maxBuffer: MOST_BYTES });
  const field = (name: keyof typeof FIELD): number => dump.readUInt32BE(FIELD[name] * 4);
  if (field('bitsPerPixel') !== 32 || field('byteOrder') !== 0)
    throw new Error('a screen of another depth than 24 bits');
  const [width, height] = [field('width'), field('height')];
  const pixels = new Uint8ClampedArray(width * height * 4);
  const start = field('headerSize') + field('colors') * COLOR_BYTES;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = start + row * field('bytesPerLine') + column * 4;
      const to = (row * width + column) * 4;
      pixels[to] = dump[from + 2] ?? 0;
      pixels[to + 1] = dump[from + 1] ?? 0;
      pixels[to + 2] = dump[from] ?? 0;
      pixels[to + 3] = 255;
    }
  }
  return { width, height, pixels };
}

/** As a PNG file, enlarged `times` times. */
export function pngOf(screenshot: Screenshot, times = 1): Buffer {
  const { width, height, pixels } = screenshot;
  const plain = createCanvas(width, height);
  plain.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  if (times === 1) return plain.toBuffer('image/png');
  const large = createCanvas(width * times, height * times);
  const context = large.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(plain, 0, 0, width * times, height * times);
  return large.toBuffer('image/png');
}

/** The words on it, line by line, as an optical reader sees them. */
export function wordsOn(screenshot: Screenshot): string {
  return execFileSync('tesseract', ['stdin', 'stdout', '-l', 'eng', '--psm', '11', '--dpi', '200'], {
    // Two threads on a busy machine wait for each other.
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', OMP_THREAD_LIMIT: '1' },
    input: pngOf(screenshot, 2),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}
