import { CARD_HEIGHT_MM, MOST_BLEED_MM, WHOLE_SHEET } from '../../card-size.ts';
import type { DesignPart } from '../design.ts';
import { NOTES } from '../notes.ts';
import { LABEL_TO_VALUE_MM, LOWEST_HEIGHT_MM, NUMBER, shrinking, VALUE } from '../text-styles.ts';
import { weave } from './ground.ts';

const SPINE_MM = 6.4;
const SPINE = { ...WHOLE_SHEET, widthMm: SPINE_MM + MOST_BLEED_MM };
const BACK_LEFT_MM = 10.4;
/** A white column for everything that is scanned; its text stands where the modules of the code begin. */
const SCANNED = { xMm: 42.6, widthMm: 39.4 };
const SCANNED_LEFT_MM = 48;
const CODE_MM = 34;
const RULE_MM = 35.4;
const BACK_WIDTH_MM = SCANNED.xMm - 2.2 - BACK_LEFT_MM;

export const BACK: readonly DesignPart[] = [
  { part: 'area', ...WHOLE_SHEET, colour: 'white', radiusMm: 0 },
  ...weave(WHOLE_SHEET),
  { part: 'area', ...SPINE, colour: 'accent', radiusMm: 0 },
  {
    part: 'lines',
    pattern: { pattern: 'rosette', xMm: -4, yMm: 27, innerMm: 3, outerMm: 34, petals: 24, strands: 7 },
    colour: { thin: 'accent', share: 0.84 },
    within: SPINE,
  },
  { part: 'area', ...WHOLE_SHEET, xMm: SPINE_MM, widthMm: 0.7, colour: 'second', radiusMm: 0 },
  { part: 'perforation', fromYMm: 0.9, toYMm: CARD_HEIGHT_MM, colour: 'accent' },
  { part: 'area', ...WHOLE_SHEET, ...SCANNED, colour: 'white', radiusMm: 0 },
  {
    part: 'code',
    ...{ xMm: SCANNED.xMm, yMm: -0.6, sizeMm: CODE_MM },
    white: { ...SCANNED, yMm: 0, heightMm: CODE_MM },
  },
  {
    part: 'text',
    field: 'number',
    label: null,
    ...{ xMm: SCANNED_LEFT_MM, yMm: 32.5, widthMm: 28, heightMm: LOWEST_HEIGHT_MM },
    look: NUMBER,
  },
  {
    part: 'stack',
    ...{ xMm: SCANNED_LEFT_MM, yMm: 37.2, widthMm: 31.4, gapMm: 0 },
    ...{ toMm: CARD_HEIGHT_MM - 3, tight: { yMm: 37.2, gapMm: 0 } },
    entries: [
      {
        label: 'Library card',
        barcodeHeightMm: 7,
        lines: [
          {
            field: 'libraryNumber',
            heightMm: 3,
            look: { ...VALUE, sizeMm: 2.7, tracking: 0.04, fit: shrinking(2.2) },
          },
        ],
      },
      {
        label: 'Speaks',
        barcodeHeightMm: 0,
        lines: [{ field: 'languages', heightMm: 4.2, look: VALUE }],
      },
    ],
  },
  { part: 'seal', xMm: BACK_LEFT_MM + 3.4, yMm: 8, radiusMm: 3.4, colour: 'accent' },
  {
    part: 'text',
    field: 'issuer',
    label: null,
    ...{ xMm: BACK_LEFT_MM + 8.4, yMm: 5.6, widthMm: BACK_WIDTH_MM - 8.4, heightMm: 5 },
    look: {
      ...VALUE,
      sizeMm: 2.9,
      weight: 700,
      colour: 'ink',
      anchor: 'middle',
      fit: shrinking(2.2, 2, 1.7),
    },
  },
  {
    part: 'stack',
    ...{ xMm: BACK_LEFT_MM, yMm: 15, widthMm: BACK_WIDTH_MM, gapMm: 0 },
    ...{ toMm: RULE_MM, tight: { yMm: 11.6, gapMm: 0.4 } },
    entries: [
      {
        label: 'In an emergency, call',
        barcodeHeightMm: 0,
        lines: [
          {
            field: 'emergencyPhone',
            heightMm: 4.6,
            look: { ...VALUE, sizeMm: 3.3, weight: 700, fit: shrinking(2.2, 2, 1.9) },
          },
          {
            field: 'emergencyName',
            heightMm: 8.2,
            look: { ...VALUE, sizeMm: 3.3, fit: shrinking(2.5, 3, 1.9) },
          },
        ],
      },
      ...NOTES.map(({ field, label }) => ({
        label,
        barcodeHeightMm: 0,
        lines: [{ field, heightMm: 4.2, look: { ...VALUE, sizeMm: 2.6, fit: shrinking(2.2, 2, 1.9) } }],
      })),
    ],
  },
  { part: 'rule', xMm: BACK_LEFT_MM, yMm: RULE_MM, widthMm: BACK_WIDTH_MM, strokeMm: 0.3, colour: 'second' },
  {
    part: 'text',
    field: 'returnLine',
    label: 'If found, return to',
    ...{ xMm: BACK_LEFT_MM, yMm: 37.4 + LABEL_TO_VALUE_MM, widthMm: BACK_WIDTH_MM, heightMm: 10.6 },
    look: { ...VALUE, sizeMm: 2.7, fit: shrinking(2.6, 4, 1.9) },
  },
];
