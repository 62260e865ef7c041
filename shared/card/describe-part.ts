import { unreachable } from '../result.ts';
import type { CardData, CardProgramme } from './card-data.ts';
import { CARD_WIDTH_MM } from './card-size.ts';
import { placeCode } from './codes/place-code.ts';
import { thin } from './colour.ts';
import { describeSeal, FINEST_STROKE_MM } from './describe-seal.ts';
import { describeStack } from './describe-stack.ts';
import { describeLabel, describeText } from './describe-text.ts';
import type {
  CardDesign,
  CodePart,
  DesignColour,
  DesignPart,
  LinesPart,
  PerforationPart,
  TextPart,
} from './designs/design.ts';
import { LABEL_TO_VALUE_MM } from './designs/text-styles.ts';
import type { FaceItem, FaceTextField, Path, PerforationItem, StrokesItem } from './face.ts';
import { textOfField } from './field-text.ts';
import { cutPath } from './ground/cut-path.ts';
import { drawPattern } from './ground/patterns.ts';

/** What a part is described with. */
export interface DescribedCard {
  readonly side: 'front' | 'back';
  readonly design: CardDesign;
  readonly card: CardData;
  readonly programme: CardProgramme;
  readonly colourOf: (colour: DesignColour) => string;
}

/** The perforation runs this far from the torn edge: left on the front, right on the back, the same edge. */
const PERFORATION_INSET_MM = 2.1;
const PERFORATION = { pitchMm: 1.7998, diameterMm: 0.62 };

function describePerforation(part: PerforationPart, { side, colourOf }: DescribedCard): PerforationItem {
  const { fromYMm, toYMm, colour } = part;
  const xMm = side === 'front' ? PERFORATION_INSET_MM : CARD_WIDTH_MM - PERFORATION_INSET_MM;
  return { kind: 'perforation', xMm, fromYMm, toYMm, ...PERFORATION, colour: colourOf(colour) };
}

/** Thousands of points that no card changes: worked out once, and so the same array wherever they are painted. */
const cutPatterns = {
  plain: new WeakMap<LinesPart, readonly Path[]>(),
  mirrored: new WeakMap<LinesPart, readonly Path[]>(),
};

function pathsOf(part: LinesPart, isMirrored: boolean): readonly Path[] {
  const known = cutPatterns[isMirrored ? 'mirrored' : 'plain'];
  let paths = known.get(part);
  if (paths === undefined) {
    paths = drawPattern(part.pattern).flatMap((path) => {
      const turned = isMirrored ? path.map(([x, y]) => [CARD_WIDTH_MM - x, y] as const) : path;
      return cutPath(turned, part.within);
    });
    known.set(part, paths);
  }
  return paths;
}

/** Decoration only: lines and not a tint, because a copier turns fine lines into a smear. They prove nothing. */
function describeLines(part: LinesPart, { side, colourOf }: DescribedCard): StrokesItem {
  // Waves come to the torn edge at the same places on both sides.
  const paths = pathsOf(part, side === 'back' && part.pattern.pattern === 'waves');
  return { kind: 'strokes', strokeMm: FINEST_STROKE_MM, colour: colourOf(part.colour), paths };
}

function describeTextPart(part: TextPart, described: DescribedCard): readonly FaceItem[] {
  const { card, programme, colourOf } = described;
  const textOf = (field: FaceTextField): string | null =>
    field === 'label' ? null : textOfField(field, card, programme);
  const text = textOf(part.field);
  if (text === null) return [];
  const without = part.heightWithout;
  const isRoomy = without?.fields.every((field) => textOf(field) === null) === true;
  const box = isRoomy ? { ...part, heightMm: without?.heightMm ?? part.heightMm } : part;
  const item = describeText(part.field, text, box, part.look, colourOf);
  if (part.label === null) return [item];
  return [describeLabel(part.label, { ...part, yMm: part.yMm - LABEL_TO_VALUE_MM }, colourOf), item];
}

/** The code lies on bare white, because a scanner needs the quiet zone. */
function describeCode(part: CodePart, { card }: DescribedCard): readonly FaceItem[] {
  if (card.number === '') return [];
  return [
    { kind: 'rectangle', ...part.white, radiusMm: 0, colour: '#FFFFFF' },
    placeCode(card.number, part.xMm, part.yMm, part.sizeMm),
  ];
}

/** What one part of a design puts on a face of this card; nothing, where the card has nothing for it. */
export function describePart(part: DesignPart, described: DescribedCard): readonly FaceItem[] {
  const { colourOf, design, card, programme } = described;
  switch (part.part) {
    case 'area': {
      const { xMm, yMm, widthMm, heightMm, radiusMm } = part;
      return [{ kind: 'rectangle', xMm, yMm, widthMm, heightMm, radiusMm, colour: colourOf(part.colour) }];
    }
    case 'lines':
      return [describeLines(part, described)];
    case 'rule': {
      const { xMm, yMm, widthMm, strokeMm } = part;
      const heightMm = strokeMm;
      const top = yMm - strokeMm / 2;
      return [
        { kind: 'rectangle', xMm, yMm: top, widthMm, heightMm, radiusMm: 0, colour: colourOf(part.colour) },
      ];
    }
    case 'perforation':
      return [describePerforation(part, described)];
    case 'seal':
      return describeSeal(design.seal, part, colourOf(part.colour));
    case 'photo': {
      const { xMm, yMm, widthMm, heightMm, radiusMm } = part;
      const emptyColour = thin(programme.accent, 0.12);
      return [{ kind: 'photo', xMm, yMm, widthMm, heightMm, radiusMm, emptyColour }];
    }
    case 'text':
      return describeTextPart(part, described);
    case 'stack':
      return describeStack(part, card, programme, colourOf);
    case 'code':
      return describeCode(part, described);
    default:
      return unreachable(part);
  }
}
