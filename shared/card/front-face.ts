import type { CardData, CardProgramme } from './card-data.ts';
import { formatCardDate } from './card-date.ts';
import { groupCharacters } from './card-number.ts';
import { readableOn, thin } from './colour.ts';
import type { Face, FaceItem, FaceTextField, TextItem } from './face.ts';
import {
  BLACK,
  BLEED_MM,
  CARD_HEIGHT_MM,
  CARD_WIDTH_MM,
  describeGround,
  describeLabel,
  describeLine,
  describePerforation,
  describeRectangle,
  LABEL_TO_VALUE_MM,
} from './face-parts.ts';

const BAND_HEIGHT_MM = 10.8;
const BAND_TEXT_MM = 3;
const LEFT_MM = 6;
const RIGHT_MM = CARD_WIDTH_MM - 4;
/** 4:5, the shape of the photo as it is taken (480 × 600 pixels). */
const PHOTO = { xMm: LEFT_MM, yMm: 13.6, widthMm: 26, heightMm: 32.5 };
const COLUMN_MM = 36;
const COLUMN_WIDTH_MM = RIGHT_MM - COLUMN_MM;
const SECOND_COLUMN_MM = COLUMN_MM + 23;
/** The tops of the labels of the three rows at the foot of the right column. */
const ROWS_MM = { chosenName: 29.3, birth: 37.1, validity: 44.9 };
const VALUE_SIZE_MM = 3.1;
/** The lowest row holds digits and capitals only, and stays 3 mm clear of the edge. */
const LOWEST_HEIGHT_MM = 3.2;

function describeBand(programme: CardProgramme): readonly FaceItem[] {
  const { accent } = programme;
  const colour = readableOn(accent);
  const style = { colour, anchor: 'middle', heightMm: BAND_HEIGHT_MM - 2 * BAND_TEXT_MM } as const;
  return [
    describeRectangle(-BLEED_MM, -BLEED_MM, CARD_WIDTH_MM + 2 * BLEED_MM, BAND_HEIGHT_MM + BLEED_MM, accent),
    describePerforation('front', colour, 0.9, BAND_HEIGHT_MM),
    describePerforation('front', accent, BAND_HEIGHT_MM + 0.9, CARD_HEIGHT_MM),
    describeLine(
      'issuer',
      programme.issuer,
      { xMm: LEFT_MM, yMm: BAND_TEXT_MM, widthMm: 44, sizeMm: 4.7 },
      { ...style, weight: 700, floorMm: 3.2, twoLineFloorMm: 2 },
    ),
    describeLine(
      'title',
      programme.title,
      { xMm: 52, yMm: BAND_TEXT_MM, widthMm: RIGHT_MM - 52, sizeMm: 3.3 },
      { ...style, alignment: 'right', tracking: 0.02, floorMm: 2.4, twoLineFloorMm: 2 },
    ),
  ];
}

function describeName(card: CardData): TextItem {
  const top = PHOTO.yMm + 0.2;
  const bottom = (card.chosenName === null ? ROWS_MM.birth : ROWS_MM.chosenName) - 2.6;
  return {
    kind: 'text',
    field: 'name',
    text: card.name,
    xMm: COLUMN_MM,
    yMm: top,
    widthMm: COLUMN_WIDTH_MM,
    heightMm: bottom - top,
    sizeMm: 6.4,
    weight: 700,
    colour: BLACK,
    alignment: 'start',
    anchor: 'top',
    tracking: 0,
    // Names are never cut and never broken inside a word, so the floor is low: 35 letters without a space fit.
    fit: { oneLineFloorMm: 4.4, lines: 3, floorMm: 2.1 },
  };
}

function describeRow(
  field: FaceTextField,
  label: string,
  value: string,
  place: { xMm: number; yMm: number; widthMm: number },
): readonly TextItem[] {
  return [
    describeLabel(label, place.xMm, place.yMm, place.widthMm),
    describeLine(
      field,
      value,
      { ...place, yMm: place.yMm + LABEL_TO_VALUE_MM, sizeMm: VALUE_SIZE_MM },
      {
        floorMm: 2.4,
        twoLineFloorMm: 1.9,
        weight: field === 'chosenName' ? 700 : 400,
        ...(place.yMm === ROWS_MM.validity ? { heightMm: LOWEST_HEIGHT_MM } : {}),
      },
    ),
  ];
}

function describePerson(card: CardData): readonly FaceItem[] {
  const first = { xMm: COLUMN_MM, widthMm: 22 };
  const second = { xMm: SECOND_COLUMN_MM, widthMm: RIGHT_MM - SECOND_COLUMN_MM };
  const expires = card.expiresOn === null ? 'NEVER' : formatCardDate(card.expiresOn);
  const { birth, validity, chosenName } = ROWS_MM;
  return [
    describeName(card),
    ...(card.chosenName === null
      ? []
      : describeRow('chosenName', 'Chosen name', card.chosenName, {
          xMm: COLUMN_MM,
          yMm: chosenName,
          widthMm: COLUMN_WIDTH_MM,
        })),
    ...(card.birthDate === null
      ? []
      : describeRow('birthDate', 'Born', formatCardDate(card.birthDate), { ...first, yMm: birth })),
    ...(card.gender === null ? [] : describeRow('gender', 'Gender', card.gender, { ...second, yMm: birth })),
    ...describeRow('issuedOn', 'Issued', formatCardDate(card.issuedOn), { ...first, yMm: validity }),
    // Without a birth date the validity is not known yet: the preview says nothing instead of "never".
    ...(card.birthDate === null
      ? []
      : describeRow('expiresOn', 'Expires', expires, { ...second, yMm: validity })),
  ];
}

/** The side with the face: who this is, and until when the card says so. */
export function describeFront(card: CardData, programme: CardProgramme): Face {
  const items: readonly FaceItem[] = [
    ...describeGround('front', programme.accent),
    ...describeBand(programme),
    { kind: 'photo', ...PHOTO, radiusMm: 0.8, emptyColour: thin(programme.accent, 0.12) },
    ...describePerson(card),
    describeLine(
      'number',
      groupCharacters(card.number),
      {
        xMm: LEFT_MM,
        yMm: ROWS_MM.validity + LABEL_TO_VALUE_MM,
        widthMm: PHOTO.widthMm,
        sizeMm: VALUE_SIZE_MM,
      },
      { weight: 700, tracking: 0.03, heightMm: LOWEST_HEIGHT_MM },
    ),
  ];
  return { widthMm: CARD_WIDTH_MM, heightMm: CARD_HEIGHT_MM, items };
}
