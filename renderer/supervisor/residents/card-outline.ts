import { CARD_HEIGHT_MM, CARD_WIDTH_MM } from '../../../shared/card/card-size.ts';
import { DISPLAY_WIDTH } from '../../../shared/contract/residents/resident-acts.ts';

const MILLIMETERS_IN_AN_INCH = 25.4;
/** What a browser takes for granted where it knows nothing of the display. */
const USUAL_PIXELS_IN_AN_INCH = 96;

/** The outline of a card on a display of this width, in CSS pixels: as large as a card, where the width is true. */
export function cardOutline(
  displayMillimeters: number,
  displayPixels: number,
): { readonly width: number; readonly height: number } {
  const pixels = displayPixels / displayMillimeters;
  return { width: CARD_WIDTH_MM * pixels, height: CARD_HEIGHT_MM * pixels };
}

/** Where nobody has measured yet: to begin with, never to be kept without a look. */
export function guessedWidth(displayPixels: number): number {
  return Math.round((displayPixels / USUAL_PIXELS_IN_AN_INCH) * MILLIMETERS_IN_AN_INCH);
}

/**
 * The display's width after its outline was made larger (`1`) or smaller (`-1`) by about a fifth of a millimeter: a wider
 * display draws a smaller card.
 */
export function corrected(displayMillimeters: number, outline: 1 | -1, coarse: boolean): number {
  const next = Math.round(displayMillimeters) - outline * (coarse ? 10 : 1);
  return Math.min(Math.max(next, DISPLAY_WIDTH.minimum), DISPLAY_WIDTH.maximum);
}

/** A width as it was typed, in millimeters; null: it is none that a display has. */
export function typedWidth(typed: string): number | null {
  if (!/^\d{1,4}(\.\d)?$/.test(typed.trim())) return null;
  const width = Number(typed);
  return width >= DISPLAY_WIDTH.minimum && width <= DISPLAY_WIDTH.maximum ? width : null;
}
