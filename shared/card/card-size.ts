/** ID-1 of ISO/IEC 7810, which everybody calls CR80, lying on its long side. */
export const CARD_WIDTH_MM = 85.6;
export const CARD_HEIGHT_MM = 53.98;

/** The most that a programme may ask for: colour reaches so far over every edge, whether it is printed or not. */
export const MOST_BLEED_MM = 3;

/** A place on a face in millimetres, from the top left. */
export interface Box {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** The card with all of its bleed. */
export const WHOLE_SHEET: Box = {
  xMm: -MOST_BLEED_MM,
  yMm: -MOST_BLEED_MM,
  widthMm: CARD_WIDTH_MM + 2 * MOST_BLEED_MM,
  heightMm: CARD_HEIGHT_MM + 2 * MOST_BLEED_MM,
};
