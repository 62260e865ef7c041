import type { CardData, CardProgramme } from './card-data.ts';
import { CARD_HEIGHT_MM, CARD_WIDTH_MM } from './card-size.ts';
import { describePart } from './describe-part.ts';
import { describeVoidMark } from './describe-void.ts';
import { coloursOf } from './design-colours.ts';
import { findDesign } from './designs/find-design.ts';
import type { Face } from './face.ts';
import { isPracticeNumber } from './number/practice-number.ts';

/** Both sides of a card. */
export interface Faces {
  readonly front: Face;
  readonly back: Face;
}

/**
 * Both faces of a card in millimetres, in the programme's design. The one description that preview, PDF and raster
 * are all painted from, so that the clerk sees what the printer prints. A card without a number yet has no code.
 */
export function describeFaces(card: CardData, programme: CardProgramme): Faces {
  const design = findDesign(programme.design);
  const colourOf = coloursOf(programme.accent, design.second);
  const faceOf = (side: 'front' | 'back'): Face => ({
    widthMm: CARD_WIDTH_MM,
    heightMm: CARD_HEIGHT_MM,
    items: design[side].flatMap((part) => describePart(part, { side, design, card, programme, colourOf })),
  });
  return { front: faceOf('front'), back: faceOf('back') };
}

/**
 * Both faces of a card of practice: the mark over everything, nothing that a machine reads, and no number but one that says
 * that it is void. Nothing of that depends on who wrote the card.
 */
export function describeVoidFaces(card: CardData, programme: CardProgramme): Faces {
  const number = isPracticeNumber(card.number) ? card.number : '';
  const { front, back } = describeFaces(
    { ...card, number },
    { ...programme, title: 'PRACTICE CARD', returnLine: 'Practice card. It is void.', barcode: 'none' },
  );
  const marked = (face: Face): Face => ({
    ...face,
    items: [...face.items.filter(({ kind }) => kind !== 'code'), ...describeVoidMark()],
  });
  return { front: marked(front), back: marked(back) };
}
