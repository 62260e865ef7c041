import type { CardData, CardProgramme } from './card-data.ts';
import { QUIET_ABOVE_MODULES, QUIET_BESIDE_MODULES } from './codes/barcode.ts';
import { LEAST_MODULE_MM } from './codes/code-modules.ts';
import { describeLabel, describeText } from './describe-text.ts';
import type { DesignColour, StackEntry, StackPart } from './designs/design.ts';
import { LABEL_TO_VALUE_MM } from './designs/text-styles.ts';
import type { BarcodeItem, FaceItem, RectangleItem } from './face.ts';
import { textOfField } from './field-text.ts';

const BESIDE_MM = QUIET_BESIDE_MODULES * LEAST_MODULE_MM;
const ABOVE_MM = QUIET_ABOVE_MODULES * LEAST_MODULE_MM;
/** Between the bars and the digits under them. */
const BELOW_BARCODE_MM = ABOVE_MM + 0.35;

/** What stands in an entry, and where the next one may begin. */
interface Described {
  readonly items: readonly FaceItem[];
  readonly endMm: number;
}

function describeBarcode(
  entry: StackEntry,
  stack: StackPart,
  yMm: number,
  card: CardData,
  programme: CardProgramme,
): readonly (RectangleItem | BarcodeItem)[] {
  const { barcode } = programme;
  if (barcode === 'none' || !entry.lines.some(({ field }) => field === barcode.field)) return [];
  const text = textOfField(barcode.field, card, programme);
  if (text === null || entry.barcodeHeightMm === 0) return [];
  const box = { xMm: stack.xMm, yMm, widthMm: stack.widthMm, heightMm: entry.barcodeHeightMm };
  return [
    {
      kind: 'rectangle',
      xMm: box.xMm - BESIDE_MM,
      yMm: box.yMm - ABOVE_MM,
      widthMm: box.widthMm + 2 * BESIDE_MM,
      heightMm: box.heightMm + 2 * ABOVE_MM,
      radiusMm: 0,
      colour: '#FFFFFF',
    },
    { kind: 'barcode', ...barcode, text, ...box },
  ];
}

function describeEntry(
  entry: StackEntry,
  stack: StackPart,
  topMm: number,
  card: CardData,
  programme: CardProgramme,
  colourOf: (colour: DesignColour) => string,
): Described {
  const { xMm, widthMm } = stack;
  const lines = entry.lines.flatMap((line) => {
    const text = textOfField(line.field, card, programme);
    return text === null ? [] : [{ ...line, text }];
  });
  if (lines.length === 0) return { items: [], endMm: topMm };
  let yMm = topMm + LABEL_TO_VALUE_MM;
  const items: FaceItem[] = [describeLabel(entry.label, { xMm, yMm: topMm, widthMm }, colourOf)];
  const barcode = describeBarcode(entry, stack, yMm, card, programme);
  items.push(...barcode);
  if (barcode.length > 0) yMm += entry.barcodeHeightMm + BELOW_BARCODE_MM;
  for (const { field, text, heightMm, look } of lines) {
    items.push(describeText(field, text, { xMm, yMm, widthMm, heightMm }, look, colourOf));
    yMm += heightMm;
  }
  return { items, endMm: yMm + stack.gapMm };
}

/** The entries that a card has, from the top down. */
export function describeStack(
  stack: StackPart,
  card: CardData,
  programme: CardProgramme,
  colourOf: (colour: DesignColour) => string,
): readonly FaceItem[] {
  const roomy = describeFrom(stack, card, programme, colourOf);
  const isTooHigh = roomy.endMm - stack.gapMm > stack.toMm;
  return (isTooHigh ? describeFrom({ ...stack, ...stack.tight }, card, programme, colourOf) : roomy).items;
}

function describeFrom(
  stack: StackPart,
  card: CardData,
  programme: CardProgramme,
  colourOf: (colour: DesignColour) => string,
): Described {
  const items: FaceItem[] = [];
  let topMm = stack.yMm;
  for (const entry of stack.entries) {
    const described = describeEntry(entry, stack, topMm, card, programme, colourOf);
    items.push(...described.items);
    topMm = described.endMm;
  }
  return { items, endMm: topMm };
}
