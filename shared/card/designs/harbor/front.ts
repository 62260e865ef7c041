import { CARD_HEIGHT_MM, CARD_WIDTH_MM, MOST_BLEED_MM, WHOLE_SHEET } from '../../card-size.ts';
import type { DesignPart } from '../design.ts';
import { DETAILS, details } from '../details.ts';
import { LOWEST_HEIGHT_MM, NUMBER, shrinking, VALUE } from '../text-styles.ts';
import { GROUND } from './ground.ts';

const LEFT_MM = 6;
const RIGHT_MM = CARD_WIDTH_MM - 4;
const BAND_MM = 10.8;
const COLUMN_MM = 36;
const SECOND_COLUMN_MM = COLUMN_MM + 23;
const NAME_MM = 13.8;
/** The tops of the values in the three rows at the foot. */
const ROWS_MM = { chosenName: 32.05, birth: 39.85, validity: 47.65 };
const ROW_HEIGHT_MM = 4.2;

const FIRST = { xMm: COLUMN_MM, widthMm: 22, heightMm: ROW_HEIGHT_MM };
const SECOND = { xMm: SECOND_COLUMN_MM, widthMm: RIGHT_MM - SECOND_COLUMN_MM, heightMm: ROW_HEIGHT_MM };
export const FRONT: readonly DesignPart[] = [
  ...GROUND,
  { part: 'seal', xMm: 66, yMm: 31, radiusMm: 16.5, colour: { thin: 'accent', share: 0.2 } },
  { part: 'area', ...WHOLE_SHEET, heightMm: BAND_MM + MOST_BLEED_MM, colour: 'accent', radiusMm: 0 },
  {
    part: 'rule',
    xMm: WHOLE_SHEET.xMm,
    yMm: BAND_MM + 0.25,
    widthMm: WHOLE_SHEET.widthMm,
    strokeMm: 0.5,
    colour: 'second',
  },
  { part: 'seal', xMm: LEFT_MM + 4.1, yMm: BAND_MM / 2, radiusMm: 4.1, colour: 'on-accent' },
  { part: 'perforation', fromYMm: 0.9, toYMm: BAND_MM, colour: 'on-accent' },
  { part: 'perforation', fromYMm: 0.9 + 6 * 1.7998, toYMm: CARD_HEIGHT_MM, colour: 'accent' },
  {
    part: 'text',
    field: 'issuer',
    label: null,
    ...{ xMm: 16, yMm: 3, widthMm: 34, heightMm: BAND_MM - 6 },
    look: {
      ...VALUE,
      ...{ sizeMm: 4.7, weight: 700, colour: 'on-accent', anchor: 'middle', fit: shrinking(3.2, 2, 1.9) },
    },
  },
  {
    part: 'text',
    field: 'title',
    label: null,
    ...{ xMm: 52, yMm: 3, widthMm: RIGHT_MM - 52, heightMm: BAND_MM - 6 },
    look: {
      ...VALUE,
      ...{
        sizeMm: 3.3,
        colour: 'on-accent',
        alignment: 'right',
        anchor: 'middle',
        fit: shrinking(2.4, 2, 2),
      },
    },
  },
  { part: 'photo', xMm: LEFT_MM, yMm: 13.6, widthMm: 26, heightMm: 32.5, radiusMm: 0.8 },
  {
    part: 'text',
    field: 'name',
    label: null,
    ...{ xMm: COLUMN_MM, yMm: NAME_MM, widthMm: RIGHT_MM - COLUMN_MM, heightMm: 13 },
    heightWithout: { fields: ['chosenName', ...DETAILS], heightMm: 20.8 },
    // Names are never cut and never broken inside a word, so the floor is low: 35 letters without a space fit.
    look: { ...VALUE, sizeMm: 6.4, weight: 700, alignment: 'start', fit: shrinking(4.4, 4, 2.1) },
  },
  {
    part: 'text',
    field: 'chosenName',
    label: 'Chosen name',
    ...{ xMm: COLUMN_MM, yMm: ROWS_MM.chosenName, widthMm: RIGHT_MM - COLUMN_MM, heightMm: ROW_HEIGHT_MM },
    look: { ...VALUE, weight: 700 },
  },
  ...details(COLUMN_MM, RIGHT_MM, ROWS_MM.chosenName),
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
  {
    part: 'text',
    field: 'number',
    label: null,
    ...{ xMm: LEFT_MM, yMm: ROWS_MM.validity, widthMm: 26, heightMm: LOWEST_HEIGHT_MM },
    look: NUMBER,
  },
];
