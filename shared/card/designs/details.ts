import type { DesignPart, TextLook } from './design.ts';
import { LABEL_TO_VALUE_MM, shrinking, VALUE } from './text-styles.ts';

/** What describes the applicant and what they are, in the row of the chosen name (`sharedPlaces`). */
export const DETAILS = ['height', 'eyeColor', 'veteran', 'organDonor'] as const;

const MARK: TextLook = { ...VALUE, sizeMm: 2.5, weight: 700, tracking: 0.02, fit: shrinking(1.9) };
const HEIGHT_WIDTH_MM = 12;
const EYES_WIDTH_MM = 12.5;
const GAP_MM = 0.8;

/** Height and eyes as values under their labels, the marks below one another beside them. `yMm`: the top of the values. */
export function details(leftMm: number, rightMm: number, yMm: number): readonly DesignPart[] {
  const eyesMm = leftMm + HEIGHT_WIDTH_MM + GAP_MM;
  const marksMm = eyesMm + EYES_WIDTH_MM + GAP_MM;
  const marks = { xMm: marksMm, widthMm: rightMm - marksMm, heightMm: 3.2 };
  return [
    {
      part: 'text',
      field: 'height',
      label: 'Height',
      ...{ xMm: leftMm, yMm, widthMm: HEIGHT_WIDTH_MM, heightMm: 4.2 },
      look: VALUE,
    },
    {
      part: 'text',
      field: 'eyeColor',
      label: 'Eyes',
      ...{ xMm: eyesMm, yMm, widthMm: EYES_WIDTH_MM, heightMm: 4.2 },
      look: VALUE,
    },
    {
      part: 'text',
      field: 'organDonor',
      label: null,
      ...marks,
      yMm: yMm - LABEL_TO_VALUE_MM - 0.5,
      look: MARK,
    },
    { part: 'text', field: 'veteran', label: null, ...marks, yMm, look: MARK },
  ];
}
