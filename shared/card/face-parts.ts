import { thin } from './colour.ts';
import type { FaceItem, FaceTextField, PerforationItem, RectangleItem, TextItem } from './face.ts';
import { describeFineLines } from './fine-lines.ts';

/** ID-1 of ISO/IEC 7810, which everybody calls CR80, lying on its long side. */
export const CARD_WIDTH_MM = 85.6;
export const CARD_HEIGHT_MM = 53.98;

/** Personal data is pure black: only that goes to the black panel of a ribbon, which is sharp and does not fade. */
export const BLACK = '#000000';
/** Labels step back behind the values, in the ink of the product. */
export const INK = '#14213D';

/** How far colour reaches over the edge, for printers that print to the edge. */
export const BLEED_MM = 2;

/** The perforation runs this far from the torn edge: left on the front, right on the back, the same edge. */
const PERFORATION_INSET_MM = 2.1;

/** How a line differs from black, regular weight, at the left of its box. */
export interface LineStyle {
  readonly weight?: 400 | 700;
  readonly colour?: string;
  readonly alignment?: TextItem['alignment'];
  readonly anchor?: TextItem['anchor'];
  readonly tracking?: number;
  /** The smallest size on one line; 2 mm is about 5.7 points. */
  readonly floorMm?: number;
  /** A second chance below the floor: two smaller lines in the height of one large one. */
  readonly twoLineFloorMm?: number;
  readonly heightMm?: number;
}

/** Every line may reach this low, because the next one never begins sooner. */
const LEAST_HEIGHT_MM = 4.2;

/** A text on one line, which may shrink a little and may be allowed a second line. */
export function describeLine(
  field: FaceTextField,
  text: string,
  place: { readonly xMm: number; readonly yMm: number; readonly widthMm: number; readonly sizeMm: number },
  style: LineStyle = {},
): TextItem {
  const floorMm = style.floorMm ?? 2;
  return {
    kind: 'text',
    field,
    text,
    ...place,
    heightMm: style.heightMm ?? Math.max(place.sizeMm * 1.3, LEAST_HEIGHT_MM),
    weight: style.weight ?? 400,
    colour: style.colour ?? BLACK,
    alignment: style.alignment ?? 'left',
    anchor: style.anchor ?? 'top',
    tracking: style.tracking ?? 0,
    fit:
      style.twoLineFloorMm === undefined
        ? { oneLineFloorMm: floorMm, lines: 1, floorMm }
        : { oneLineFloorMm: floorMm, lines: 2, floorMm: style.twoLineFloorMm },
  };
}

/** Labels are set in capitals 1.6 mm tall: legible at reading distance, and plainly not the value. */
const LABEL_SIZE_MM = 2.25;

/** The small capitals above a value. */
export function describeLabel(text: string, xMm: number, yMm: number, widthMm: number): TextItem {
  return describeLine(
    'label',
    text.toUpperCase(),
    { xMm, yMm, widthMm, sizeMm: LABEL_SIZE_MM },
    { colour: INK, tracking: 0.06, floorMm: LABEL_SIZE_MM, heightMm: LABEL_SIZE_MM },
  );
}

/** From the top of a label to the top of the value under it. */
export const LABEL_TO_VALUE_MM = 2.75;

/** A filled area. */
export function describeRectangle(
  xMm: number,
  yMm: number,
  widthMm: number,
  heightMm: number,
  colour: string,
  radiusMm = 0,
): RectangleItem {
  return { kind: 'rectangle', xMm, yMm, widthMm, heightMm, colour, radiusMm };
}

/** A run of the perforation. */
export function describePerforation(
  side: 'front' | 'back',
  colour: string,
  fromYMm: number,
  toYMm: number,
): PerforationItem {
  const xMm = side === 'front' ? PERFORATION_INSET_MM : CARD_WIDTH_MM - PERFORATION_INSET_MM;
  return { kind: 'perforation', xMm, fromYMm, toYMm, pitchMm: 1.7998, diameterMm: 0.62, colour };
}

/** White card and fine lines: what lies under everything on both faces. */
export function describeGround(side: 'front' | 'back', accent: string): readonly FaceItem[] {
  const size = { widthMm: CARD_WIDTH_MM, heightMm: CARD_HEIGHT_MM };
  return [
    describeRectangle(
      -BLEED_MM,
      -BLEED_MM,
      CARD_WIDTH_MM + 2 * BLEED_MM,
      CARD_HEIGHT_MM + 2 * BLEED_MM,
      '#FFFFFF',
    ),
    describeFineLines({ ...size, colour: thin(accent, 0.2), isMirrored: side === 'back' }),
  ];
}
