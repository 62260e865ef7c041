/** The longest run of one colour, and of different ones, that one code stands for (PWG 5102.4, 4.4.2). */
const LONGEST_RUN = 128;
/** A line stands for itself and up to 255 like it. */
const MOST_REPEATS = 255;

/** How many pixels from `at` on have one colour. */
function runAt(pixels: Uint32Array, at: number, end: number): number {
  const last = Math.min(end, at + LONGEST_RUN);
  let next = at + 1;
  while (next < last && pixels[next] === pixels[at]) next += 1;
  return next - at;
}

/** How many pixels from `at` on differ each from the next. */
function mixtureAt(pixels: Uint32Array, at: number, end: number): number {
  const last = Math.min(end, at + LONGEST_RUN);
  let next = at + 1;
  while (next < last && (next + 1 === end || pixels[next] !== pixels[next + 1])) next += 1;
  return next - at;
}

function isSameLine(pixels: Uint32Array, one: number, other: number, width: number): boolean {
  for (let at = 0; at < width; at += 1) if (pixels[one + at] !== pixels[other + at]) return false;
  return true;
}

/**
 * The lines of a page as PWG Raster packs them (PWG 5102.4, 4.4.2): first how many more lines are like this one,
 * then its pixels in runs. `pixels`: `height` lines of `width` numbers, of which `bytesPerPixel` bytes count.
 */
export function packLines(
  pixels: Uint32Array,
  width: number,
  height: number,
  bytesPerPixel: 1 | 3,
): Uint8Array {
  // Enough for a code before every single pixel.
  const packed = new Uint8Array(height * (1 + width * (1 + bytesPerPixel)));
  let to = 0;
  const put = (pixel: number): void => {
    if (bytesPerPixel === 3) {
      packed[to] = pixel >>> 16;
      packed[to + 1] = pixel >>> 8;
      packed[to + 2] = pixel;
    } else packed[to] = pixel;
    to += bytesPerPixel;
  };
  const packLine = (from: number, end: number): void => {
    for (let at = from; at < end; ) {
      const run = runAt(pixels, at, end);
      const count = run > 1 ? run : mixtureAt(pixels, at, end);
      const isRun = count === run;
      // 0 to 127: the next pixel once and so many times more. 129 to 255: 257 less that many pixels follow.
      packed[to] = isRun ? count - 1 : 257 - count;
      to += 1;
      const stored = isRun ? 1 : count;
      for (let each = 0; each < stored; each += 1) put(pixels[at + each] ?? 0);
      at += count;
    }
  };
  for (let line = 0; line < height; ) {
    const from = line * width;
    const most = Math.min(MOST_REPEATS, height - line - 1);
    let repeats = 0;
    while (repeats < most && isSameLine(pixels, from, from + (repeats + 1) * width, width)) repeats += 1;
    packed[to] = repeats;
    to += 1;
    packLine(from, from + width);
    line += repeats + 1;
  }
  return packed.subarray(0, to);
}
