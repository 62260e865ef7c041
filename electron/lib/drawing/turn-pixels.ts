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

const CHANNELS = 4;

/** The pixels of red, green, blue and alpha in the order of a walk, each as the number 0xRRGGBB. */
export function colourPixels(rgba: Uint8Array, walk: Walk): Uint32Array {
  const pixels = new Uint32Array(walk.width * walk.height);
  const step = walk.alongRow * CHANNELS;
  let to = 0;
  for (let row = 0; row < walk.height; row += 1) {
    let from = (walk.first + row * walk.toNextRow) * CHANNELS;
    for (let column = 0; column < walk.width; column += 1) {
      pixels[to] = ((rgba[from] ?? 0) << 16) | ((rgba[from + 1] ?? 0) << 8) | (rgba[from + 2] ?? 0);
      to += 1;
      from += step;
    }
  }
  return pixels;
}

/** The same as grey, 0 to 255, with the weights of ITU-R BT.601 for red, green and blue as they are stored. */
export function greyPixels(rgba: Uint8Array, walk: Walk): Uint32Array {
  return colourPixels(rgba, walk).map((colour) => {
    const [red, green, blue] = [colour >>> 16, (colour >>> 8) & 0xff, colour & 0xff];
    return Math.round((red * 299 + green * 587 + blue * 114) / 1000);
  });
}
