import { CARD_HEIGHT_MM, CARD_WIDTH_MM, MOST_BLEED_MM } from '../../card-size.ts';
import type { DesignPart } from '../design.ts';
import { NOTES } from '../notes.ts';
import { LABEL_TO_VALUE_MM, LOWEST_HEIGHT_MM, NUMBER, shrinking, VALUE } from '../text-styles.ts';
import { GROUND } from './ground.ts';

const CODE_MM = 37;
const BACK_COLUMN_MM = 41;
const BACK_LEFT_MM = 5.1;
const BACK_RIGHT_MM = CARD_WIDTH_MM - 6;
const BACK_WIDTH_MM = BACK_RIGHT_MM - BACK_COLUMN_MM;
const FOOT_MM = 41.7;

export const BACK: readonly DesignPart[] = [
  ...GROUND,
  { part: 'perforation', fromYMm: 0.9, toYMm: CARD_HEIGHT_MM, colour: 'accent' },
  {
    part: 'code',
    ...{ xMm: 0, yMm: 0, sizeMm: CODE_MM },
    white: { xMm: -MOST_BLEED_MM, yMm: -MOST_BLEED_MM, widthMm: CODE_MM + 4.6, heightMm: CODE_MM + 7 },
  },
  {
    part: 'text',
    field: 'number',
    label: null,
    ...{ xMm: BACK_LEFT_MM, yMm: CODE_MM + 0.2, widthMm: 28, heightMm: LOWEST_HEIGHT_MM },
    look: NUMBER,
  },
  { part: 'seal', xMm: BACK_RIGHT_MM - 4.1, yMm: 7.6, radiusMm: 4, colour: 'accent' },
  {
    part: 'text',
    field: 'issuer',
    label: null,
    ...{ xMm: BACK_COLUMN_MM, yMm: 5, widthMm: BACK_WIDTH_MM - 10, heightMm: 5.2 },
    look: {
      ...VALUE,
      sizeMm: 3.3,
      weight: 700,
      colour: 'ink',
      anchor: 'middle',
      fit: shrinking(2.2, 2, 1.8),
    },
  },
  {
    part: 'stack',
    ...{ xMm: BACK_COLUMN_MM, yMm: 13.5, widthMm: BACK_WIDTH_MM, gapMm: 1.4 },
    ...{ toMm: FOOT_MM, tight: { yMm: 10.3, gapMm: 0.3 } },
    entries: [
      {
        label: 'In an emergency, call',
        barcodeHeightMm: 0,
        lines: [
          // The number first: signs that rise above a letter would touch the label.
          {
            field: 'emergencyPhone',
            heightMm: 4.2,
            look: { ...VALUE, sizeMm: 3.3, weight: 700, fit: shrinking(2.2, 2, 2) },
          },
          {
            field: 'emergencyName',
            heightMm: 4.5,
            look: { ...VALUE, sizeMm: 3.3, fit: shrinking(2.2, 2, 1.9) },
          },
        ],
      },
      {
        label: 'Library card',
        barcodeHeightMm: 7,
        lines: [
          {
            field: 'libraryNumber',
            heightMm: 3.3,
            look: { ...VALUE, sizeMm: 2.9, tracking: 0.04, fit: shrinking(2.2) },
          },
        ],
      },
      {
        label: 'Speaks',
        barcodeHeightMm: 0,
        lines: [{ field: 'languages', heightMm: 4.2, look: VALUE }],
      },
      ...NOTES.map(({ field, label }) => ({
        label,
        barcodeHeightMm: 0,
        lines: [{ field, heightMm: 2.8, look: { ...VALUE, sizeMm: 2.4, fit: shrinking(1.9) } }],
      })),
    ],
  },
  {
    part: 'rule',
    ...{
      xMm: BACK_LEFT_MM,
      yMm: FOOT_MM,
      widthMm: BACK_RIGHT_MM - BACK_LEFT_MM,
      strokeMm: 0.2,
      colour: 'accent',
    },
  },
  {
    part: 'text',
    field: 'returnLine',
    label: 'If found, please return to',
    ...{
      xMm: BACK_LEFT_MM,
      yMm: FOOT_MM + 1.7 + LABEL_TO_VALUE_MM,
      widthMm: BACK_RIGHT_MM - BACK_LEFT_MM,
      heightMm: 4.8,
    },
    look: { ...VALUE, sizeMm: 2.6, fit: shrinking(2.2, 2, 1.9) },
  },
];
