import { encodeCode, QUIET_MODULES } from './card-code.ts';
import type { CardData, CardProgramme } from './card-data.ts';
import { groupCharacters } from './card-number.ts';
import type { Face, FaceItem, FaceTextField, TextItem } from './face.ts';
import {
  BLEED_MM,
  CARD_HEIGHT_MM,
  CARD_WIDTH_MM,
  describeGround,
  describeLabel,
  describeLine,
  describePerforation,
  describeRectangle,
  INK,
  LABEL_TO_VALUE_MM,
} from './face-parts.ts';

const LEFT_MM = 4.5;
const RIGHT_MM = CARD_WIDTH_MM - 6;
const TOP_MM = 6;
/** Twelve dots at 300 dots per inch: every module is a whole number of them, so its edges are sharp. */
const MODULE_MM = (12 * 25.4) / 300;
const QUIET_MM = QUIET_MODULES * MODULE_MM;
const COLUMN_MM = 36;
const COLUMN_WIDTH_MM = RIGHT_MM - COLUMN_MM;
const RULE_MM = 39.4;
const FOOT_MM = RULE_MM + 2.3;

interface Entry {
  readonly label: string;
  readonly lines: readonly { readonly field: FaceTextField; readonly text: string }[];
}

function listEntries(card: CardData): readonly Entry[] {
  const { emergencyContact, libraryNumber } = card;
  return [
    ...(emergencyContact === null
      ? []
      : [
          {
            label: 'In an emergency, call',
            lines: [
              { field: 'emergencyContactName', text: emergencyContact.name },
              { field: 'emergencyContactPhone', text: emergencyContact.phone },
            ] as const,
          },
        ]),
    ...(libraryNumber === null
      ? []
      : [{ label: 'Library card', lines: [{ field: 'libraryNumber', text: libraryNumber }] as const }]),
  ];
}

function describeEntries(card: CardData): readonly FaceItem[] {
  const place = { xMm: COLUMN_MM, widthMm: COLUMN_WIDTH_MM };
  const items: FaceItem[] = [];
  let yMm = TOP_MM + 6.2;
  for (const entry of listEntries(card)) {
    items.push(describeLabel(entry.label, place.xMm, yMm, place.widthMm));
    yMm += LABEL_TO_VALUE_MM + 0.1;
    for (const { field, text } of entry.lines) {
      const weight = field === 'emergencyContactPhone' ? 700 : 400;
      const style = { weight, floorMm: 2.2, twoLineFloorMm: 2 } as const;
      items.push(describeLine(field, text, { ...place, yMm, sizeMm: 3.4 }, style));
      yMm += 5.1;
    }
    yMm += 1.8;
  }
  return items;
}

/** The code, on bare white because a scanner needs the quiet zone, and the number for people without one. */
function describeCode(number: string): readonly FaceItem[] {
  if (number === '') return [];
  const modules = encodeCode(number);
  const sizeMm = modules.length * MODULE_MM;
  const panelMm = sizeMm + QUIET_MM + BLEED_MM;
  const place = { xMm: LEFT_MM, yMm: TOP_MM + sizeMm + QUIET_MM, widthMm: sizeMm + 2, sizeMm: 2.9 };
  return [
    describeRectangle(-BLEED_MM, -BLEED_MM, LEFT_MM + panelMm, TOP_MM + panelMm + 3.6, '#FFFFFF', 0.8),
    { kind: 'code', xMm: LEFT_MM, yMm: TOP_MM, sizeMm, modules },
    describeLine('number', groupCharacters(number), place, { weight: 700, tracking: 0.03 }),
  ];
}

function describeHead(programme: CardProgramme): TextItem {
  return describeLine(
    'issuer',
    programme.issuer,
    { xMm: COLUMN_MM, yMm: TOP_MM, widthMm: COLUMN_WIDTH_MM, sizeMm: 2.9 },
    { weight: 700, colour: INK, floorMm: 2.2, twoLineFloorMm: 1.8 },
  );
}

function describeFoot(programme: CardProgramme): readonly FaceItem[] {
  const widthMm = RIGHT_MM - LEFT_MM;
  const place = { xMm: LEFT_MM, yMm: FOOT_MM + LABEL_TO_VALUE_MM + 0.1, widthMm, sizeMm: 2.7 };
  const line = describeLine('returnLine', programme.returnLine, place, { floorMm: 2.3, twoLineFloorMm: 2 });
  return [
    {
      kind: 'strokes',
      strokeMm: 0.2,
      colour: programme.accent,
      paths: [
        [
          [LEFT_MM, RULE_MM],
          [RIGHT_MM, RULE_MM],
        ],
      ],
    },
    describeLabel('If found, please return to', LEFT_MM, FOOT_MM, widthMm),
    { ...line, heightMm: 6 },
  ];
}

/** The side that is scanned, and that helps in an accident or when the card is found. */
export function describeBack(card: CardData, programme: CardProgramme): Face {
  const items: readonly FaceItem[] = [
    ...describeGround('back', programme.accent),
    describePerforation('back', programme.accent, 0.9, CARD_HEIGHT_MM),
    ...describeCode(card.number),
    describeHead(programme),
    ...describeEntries(card),
    ...describeFoot(programme),
  ];
  return { widthMm: CARD_WIDTH_MM, heightMm: CARD_HEIGHT_MM, items };
}
