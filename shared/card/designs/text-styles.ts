import type { FitRule } from '../face.ts';
import type { TextLook } from './design.ts';

/** Labels are set in capitals 1.6 mm tall: legible at reading distance, and plainly not the value. */
const LABEL_SIZE_MM = 2.25;

/** The small capitals above a value. Ink, so that they step back behind the black of what was typed. */
export const LABEL: TextLook = {
  sizeMm: LABEL_SIZE_MM,
  weight: 400,
  colour: 'ink',
  alignment: 'left',
  anchor: 'top',
  tracking: 0.06,
  fit: { oneLineFloorMm: LABEL_SIZE_MM, lines: 1, floorMm: LABEL_SIZE_MM },
};

/** From the top of a label to the top of the value under it. */
export const LABEL_TO_VALUE_MM = 2.75;

/** A size that may shrink on its line to `oneLineFloorMm`, then wrap; 2 mm is about 5.7 points. */
export function shrinking(oneLineFloorMm: number, lines = 1, floorMm = oneLineFloorMm): FitRule {
  return { oneLineFloorMm, lines, floorMm };
}

/**
 * What was typed or given to this person. Pure black: only that goes to the black panel of a ribbon, which is
 * sharp and does not fade.
 */
export const VALUE: TextLook = {
  sizeMm: 3.1,
  weight: 400,
  colour: 'black',
  alignment: 'left',
  anchor: 'top',
  tracking: 0,
  fit: shrinking(2.4, 2, 1.9),
};

/** The card's number, in three groups, the same wherever it stands. */
export const NUMBER: TextLook = { ...VALUE, weight: 700, tracking: 0.03, fit: shrinking(2) };

/** The lowest row holds digits and capitals only, and stays 3 mm clear of the edge. */
export const LOWEST_HEIGHT_MM = 3.3;
