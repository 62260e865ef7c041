/**
 * The sizes of text on residents' screens, by the height of a capital letter on the glass, in millimeters: VVSG 2.0,
 * 7.1-G asks for one in each of 3.5–4.2, 4.8–5.6 (where a screen begins), 6.4–7.1 and 8.5–9.0.
 */
export const capitalHeights = { small: 3.85, normal: 5.2, large: 6.75, largest: 8.75 } as const;
export type ResidentTextSize = keyof typeof capitalHeights;
export const residentTextSizes: readonly ResidentTextSize[] = ['small', 'normal', 'large', 'largest'];

/** How high a capital letter of Noto Sans is, in em: `sCapHeight` 714 of 1,000 units. */
const CAPITAL_EM = 0.714;
/** What CSS takes a screen for that nobody has measured: 96 dots per inch. */
const UNMEASURED = 25.4 / 96;

/** The sizes of text that a page draws with, in its own pixels. */
export interface TextScale {
  /** So many pixels of the page are a millimeter of the display. */
  readonly pixelsPerMillimeter: number;
  /** Of the text that is read most: what an em of the whole page follows. */
  readonly fontSize: number;
}

/**
 * Sizes in pixels for one size of text. `displayMillimeters`: how wide the display really is; null: nobody has measured it.
 * `screenPixels`: how wide the page takes it for.
 */
export function textScale(
  size: ResidentTextSize,
  display: { readonly displayMillimeters: number | null; readonly screenPixels: number },
): TextScale {
  const { displayMillimeters, screenPixels } = display;
  const isMeasured = displayMillimeters !== null && displayMillimeters > 0 && screenPixels > 0;
  const millimeters = isMeasured ? displayMillimeters / screenPixels : UNMEASURED;
  return { pixelsPerMillimeter: 1 / millimeters, fontSize: capitalHeights[size] / CAPITAL_EM / millimeters };
}

/** The size beside one of them; itself at either end. */
export function neighborOfTextSize(size: ResidentTextSize, step: 1 | -1): ResidentTextSize {
  return residentTextSizes[residentTextSizes.indexOf(size) + step] ?? size;
}
