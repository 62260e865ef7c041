import type { Path } from '../face.ts';

/** A seal as strokes in a circle of radius 1 around 0, 0, y downwards. */
export interface Seal {
  /** The widths of the two kinds of stroke, as parts of the radius. */
  readonly boldStroke: number;
  readonly fineStroke: number;
  readonly bold: readonly Path[];
  readonly fine: readonly Path[];
}
