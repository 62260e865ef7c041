import type { Box } from './card-size.ts';
import type { DesignColour, TextLook } from './designs/design.ts';
import { LABEL } from './designs/text-styles.ts';
import type { FaceTextField, TextItem } from './face.ts';

/** A text with its look, in its box. */
export function describeText(
  field: FaceTextField,
  text: string,
  { xMm, yMm, widthMm, heightMm }: Box,
  look: TextLook,
  colourOf: (colour: DesignColour) => string,
): TextItem {
  return {
    kind: 'text',
    field,
    text,
    ...{ xMm, yMm, widthMm, heightMm },
    ...{ ...look, colour: colourOf(look.colour) },
  };
}

/** The small capitals above a value whose box begins at `xMm` and has that width. */
export function describeLabel(
  label: string,
  place: { readonly xMm: number; readonly yMm: number; readonly widthMm: number },
  colourOf: (colour: DesignColour) => string,
): TextItem {
  const box = { ...place, heightMm: LABEL.sizeMm };
  return describeText('label', label.toUpperCase(), box, LABEL, colourOf);
}
