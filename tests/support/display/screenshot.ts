import { execFileSync } from 'node:child_process';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { type DisplayEnvironment, forXTools } from './mapped-windows.ts';

/** A part of a screen, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A picture of a whole screen. */
export interface Screenshot {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, 255. */
  readonly pixels: Uint8ClampedArray;
}

/** Of the X window dump format: where its fields lie, in units of four bytes (XWDFile.h). */
const FIELDS = {
  headerSize: 0,
  width: 4,
  height: 5,
  byteOrder: 7,
  bitsPerPixel: 11,
  bytesPerLine: 12,
  colors: 19,
} as const;
const COLOR_BYTES = 12;
const MOST_BYTES = 64 * 1024 * 1024;
/** A reader of print wants letters about twice as high as a screen has them. */
const ENLARGED = 2;

/** What stands on the screen now, as the X server has it. */
export function takeScreenshot(environment: DisplayEnvironment): Screenshot {
  const options = { env: forXTools(environment), maxBuffer: MOST_BYTES };
  return screenshotIn(execFileSync('xwd', ['-root', '-silent'], options));
}

/** The picture in a file of the X window dump format. */
export function screenshotIn(dump: Buffer): Screenshot {
  const field = (name: keyof typeof FIELDS): number => dump.readUInt32BE(FIELDS[name] * 4);
  if (field('bitsPerPixel') !== 32 || field('byteOrder') !== 0)
    throw new Error('only screens of 24 bits are understood');
  const [width, height, bytesPerLine] = [field('width'), field('height'), field('bytesPerLine')];
  const start = field('headerSize') + field('colors') * COLOR_BYTES;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = start + row * bytesPerLine + column * 4;
      pixels.set(
        [dump[from + 2] ?? 0, dump[from + 1] ?? 0, dump[from] ?? 0, 255],
        (row * width + column) * 4,
      );
    }
  }
  return { width, height, pixels };
}

/** Drawn anew, a round corner's edge can have another shade by so much, which nobody sees. */
const SAME_SHADE = 16;

/** Whether two pictures of a screen look alike: no pixel has another color than a corner that was drawn anew. */
export function looksLike(one: Screenshot, other: Screenshot): boolean {
  if (one.width !== other.width || one.height !== other.height) return false;
  return one.pixels.every((value, index) => Math.abs(value - (other.pixels[index] ?? 0)) <= SAME_SHADE);
}

/** As a PNG file: the whole of it, or a part, as it is or enlarged and dark on light for a reader of print. */
export function pngOf(
  screenshot: Screenshot,
  area?: Area,
  { times = 1, inverted = false }: { readonly times?: number; readonly inverted?: boolean } = {},
): Buffer {
  const { width, height, pixels } = screenshot;
  const { left, top, ...size } = area ?? { left: 0, top: 0, width, height };
  const whole = createCanvas(width, height);
  whole.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  const canvas = createCanvas(size.width * times, size.height * times);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, left, top, size.width, size.height, 0, 0, canvas.width, canvas.height);
  if (inverted) {
    context.globalCompositeOperation = 'difference';
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas.toBuffer('image/png');
}

/** The words in it as an optical reader sees them, in one line. What is light on dark it sees only when told. */
export function wordsOn(screenshot: Screenshot, area?: Area, inverted = false): string {
  const read = execFileSync('tesseract', ['stdin', 'stdout', '-l', 'eng', '--psm', '11', '--dpi', '200'], {
    // Its threads wait for each other on a machine that does other things as well.
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', OMP_THREAD_LIMIT: '1' },
    input: pngOf(screenshot, area, { times: ENLARGED, inverted }),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return read.replaceAll(/\s+/g, ' ').replaceAll('’', "'").trim();
}

/** How thick the ring is that stands around what has the keyboard, and its colour (renderer/styles). */
const RING = { thickness: 3, color: [11, 92, 99] } as const;
const SHORTEST_SIDE = 16;

/** Whether a pixel has the colour of the ring, and of buttons that are enabled. */
export function isAccent({ width, pixels }: Screenshot, column: number, row: number): boolean {
  const at = (row * width + column) * 4;
  return RING.color.every((value, index) => pixels[at + index] === value);
}

interface Line {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

/** Level lines of exactly the ring's thickness, from the top down. */
function ringLines(screenshot: Screenshot): readonly Line[] {
  const lines: Line[] = [];
  for (let row = 1; row + RING.thickness < screenshot.height; row += 1) {
    let left = -1;
    for (let column = 0; column <= screenshot.width; column += 1) {
      const on = column < screenshot.width && isStroke(screenshot, column, row);
      if (on && left < 0) left = column;
      if (on || left < 0) continue;
      if (column - left >= SHORTEST_SIDE) lines.push({ row, left, right: column - 1 });
      left = -1;
    }
  }
  return lines;
}

function isStroke(screenshot: Screenshot, column: number, row: number): boolean {
  for (let down = 0; down < RING.thickness; down += 1)
    if (!isAccent(screenshot, column, row + down)) return false;
  return !isAccent(screenshot, column, row - 1) && !isAccent(screenshot, column, row + RING.thickness);
}

/** Where the keyboard is, by the ring around it; null where no whole ring is on the screen. */
export function focusRing(screenshot: Screenshot): Area | null {
  const lines = ringLines(screenshot);
  for (const [index, upper] of lines.entries()) {
    const lower = lines
      .slice(index + 1)
      .find(
        ({ row, left, right }) =>
          row > upper.row + SHORTEST_SIDE && left === upper.left && right === upper.right,
      );
    if (lower === undefined) continue;
    const { left, right, row } = upper;
    return { left, top: row, width: right - left + 1, height: lower.row - row + RING.thickness };
  }
  return null;
}
