import { pixelWords } from './pixel-words.ts';

/** A way to walk over pixels: in which order they come, without moving them. Counted in pixels. */
export interface Walk {
  readonly width: number;
  readonly height: number;
  /** The pixel that comes first, and how far it is to the next one in the row and to the next row. */
  readonly first: number;
  readonly alongRow: number;
  readonly toNextRow: number;
}

/** Row by row, as the pixels lie. */
export function walkOver(width: number, height: number): Walk {
  return { width, height, first: 0, alongRow: 1, toNextRow: width };
}

/** A quarter turn to the left: what was on top comes to the left. That is how IPP turns a lying page (RFC 8011, 5.2.10). */
export function quarterTurn(walk: Walk): Walk {
  return {
    width: walk.height,
    height: walk.width,
    first: walk.first + walk.alongRow * (walk.width - 1),
    alongRow: walk.toNextRow,
    toNextRow: -walk.alongRow,
  };
}

/** From right to left. */
export function mirrorRows(walk: Walk): Walk {
  return { ...walk, first: walk.first + walk.alongRow * (walk.width - 1), alongRow: -walk.alongRow };
}

/** From the bottom up. */
export function mirrorColumns(walk: Walk): Walk {
  return { ...walk, first: walk.first + walk.toNextRow * (walk.height - 1), toNextRow: -walk.toNextRow };
}

/** A quarter turn reads across the rows: in squares of this many pixels what was read with one is still near for the next. */
const SQUARE = 32;

/** The pixels of red, green, blue and alpha in the order of a walk, each as the number 0xRRGGBB. */
export function colourPixels(rgba: Uint8Array, walk: Walk): Uint32Array {
  const { width, height, first, alongRow, toNextRow } = walk;
  const source = pixelWords(rgba);
  const pixels = new Uint32Array(width * height);
  for (let top = 0; top < height; top += SQUARE) {
    for (let left = 0; left < width; left += SQUARE) {
      const right = Math.min(width, left + SQUARE);
      for (let row = top; row < Math.min(height, top + SQUARE); row += 1) {
        let from = first + row * toNextRow + left * alongRow;
        for (let to = row * width + left; to < row * width + right; to += 1) {
          const pixel = source[from] ?? 0;
          pixels[to] = ((pixel & 0xff) << 16) | (pixel & 0xff00) | ((pixel >>> 16) & 0xff);
          from += alongRow;
        }
      }
    }
  }
  return pixels;
}

/** The same as grey, 0 to 255, with the weights of ITU-R BT.601 for red, green and blue as they are stored. */
export function greyPixels(rgba: Uint8Array, walk: Walk): Uint32Array {
  return colourPixels(rgba, walk).map((colour) => {
    const red = colour >>> 16;
    const green = (colour >>> 8) & 0xff;
    const blue = colour & 0xff;
    return Math.round((red * 299 + green * 587 + blue * 114) / 1000);
  });
}
