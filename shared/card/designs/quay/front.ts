import { CARD_HEIGHT_MM, CARD_WIDTH_MM, MOST_BLEED_MM, WHOLE_SHEET } from '../../card-size.ts';
import type { DesignPart } from '../design.ts';
import { DETAILS, details } from '../details.ts';
import { LOWEST_HEIGHT_MM, NUMBER, shrinking, VALUE } from '../text-styles.ts';
import { weave } from './ground.ts';

const LEFT_MM = 6;
const PANEL_MM = 53.4;
const FRAME = { xMm: 55.9, yMm: 3.6, widthMm: 27, heightMm: 38.9 };
const COLUMN_WIDTH_MM = 44.5;
const SECOND_COLUMN_MM = LEFT_MM + 23;
/** The tops of the values in the three rows at the foot. */
const ROWS_MM = { chosenName: 32.05, birth: 39.85, validity: 47.65 };
const ROW_HEIGHT_MM = 4.2;

const PANEL = { ...WHOLE_SHEET, xMm: PANEL_MM, widthMm: CARD_WIDTH_MM + MOST_BLEED_MM - PANEL_MM };
const PAPER = { ...WHOLE_SHEET, widthMm: PANEL_MM + MOST_BLEED_MM };

const FIRST = { xMm: LEFT_MM, widthMm: 22, heightMm: ROW_HEIGHT_MM };
const SECOND = {
  xMm: SECOND_COLUMN_MM,
  widthMm: LEFT_MM + COLUMN_WIDTH_MM - SECOND_COLUMN_MM,
  heightMm: ROW_HEIGHT_MM,
};

export const FRONT: readonly DesignPart[] = [
  { part: 'area', ...WHOLE_SHEET, colour: 'white', radiusMm: 0 },
  ...weave(PAPER),
  { part: 'area', ...PANEL, colour: 'accent', radiusMm: 0 },
  {
    part: 'lines',
    pattern: { pattern: 'rosette', xMm: 69.4, yMm: 48, innerMm: 5, outerMm: 30, petals: 18, strands: 7 },
    colour: { thin: 'accent', share: 0.84 },
    within: PANEL,
  },
  { part: 'area', ...PANEL, widthMm: 0.7, colour: 'second', radiusMm: 0 },
  { part: 'area', ...FRAME, colour: 'white', radiusMm: 1 },
  { part: 'seal', xMm: LEFT_MM + 4.6, yMm: 8.2, radiusMm: 4.6, colour: 'accent' },
  { part: 'rule', xMm: LEFT_MM, yMm: 14.5, widthMm: COLUMN_WIDTH_MM, strokeMm: 0.3, colour: 'second' },
  { part: 'perforation', fromYMm: 0.9, toYMm: CARD_HEIGHT_MM, colour: 'accent' },
  {
    part: 'text',
    field: 'issuer',
    label: null,
    ...{ xMm: 17, yMm: 4.6, widthMm: LEFT_MM + COLUMN_WIDTH_MM - 17, heightMm: 7.2 },
    look: { ...VALUE, sizeMm: 5, weight: 700, colour: 'ink', anchor: 'middle', fit: shrinking(3.4, 2, 2) },
  },
  { part: 'photo', xMm: FRAME.xMm + 0.5, yMm: FRAME.yMm + 0.5, widthMm: 26, heightMm: 32.5, radiusMm: 0.6 },
  {
    part: 'text',
    field: 'number',
    label: null,
    ...{ xMm: FRAME.xMm + 0.9, yMm: 38.4, widthMm: 25.6, heightMm: LOWEST_HEIGHT_MM },
    look: NUMBER,
  },
  {
    part: 'text',
    field: 'title',
    label: null,
    ...{ xMm: FRAME.xMm, yMm: 44.6, widthMm: FRAME.widthMm - 1, heightMm: 6.2 },
    look: {
      ...VALUE,
      ...{ sizeMm: 3.7, weight: 700, colour: 'on-accent', anchor: 'middle', fit: shrinking(2.8, 2, 2) },
    },
  },
  {
    part: 'text',
    field: 'name',
    label: null,
    ...{ xMm: LEFT_MM, yMm: 17.2, widthMm: COLUMN_WIDTH_MM, heightMm: 10.3 },
    heightWithout: { fields: ['chosenName', ...DETAILS], heightMm: 18 },
    look: { ...VALUE, sizeMm: 7, weight: 700, alignment: 'start', fit: shrinking(4.8, 4, 2) },
  },
  {
    part: 'text',
    field: 'chosenName',
    label: 'Chosen name',
    ...{ xMm: LEFT_MM, yMm: ROWS_MM.chosenName, widthMm: COLUMN_WIDTH_MM, heightMm: ROW_HEIGHT_MM },
    look: { ...VALUE, weight: 700 },
  },
  ...details(LEFT_MM, LEFT_MM + COLUMN_WIDTH_MM, ROWS_MM.chosenName),
  { part: 'text', field: 'birthDate', label: 'Born', ...FIRST, yMm: ROWS_MM.birth, look: VALUE },
  { part: 'text', field: 'gender', label: 'Gender', ...SECOND, yMm: ROWS_MM.birth, look: VALUE },
  {
    part: 'text',
    field: 'issuedOn',
    label: 'Issued',
    ...{ ...FIRST, yMm: ROWS_MM.validity, heightMm: LOWEST_HEIGHT_MM },
    look: VALUE,
  },
  {
    part: 'text',
    field: 'expiresOn',
    label: 'Expires',
    ...{ ...SECOND, yMm: ROWS_MM.validity, heightMm: LOWEST_HEIGHT_MM },
    look: VALUE,
  },
];
