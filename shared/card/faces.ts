import { describeBack } from './back-face.ts';
import type { CardData, CardProgramme } from './card-data.ts';
import type { Face } from './face.ts';
import { describeFront } from './front-face.ts';

/** Both sides of a card. */
export interface Faces {
  readonly front: Face;
  readonly back: Face;
}

/**
 * Both faces of a card in millimetres. The one description that preview, PDF and raster are all painted from, so
 * that the clerk sees what the printer prints. A card without a number yet has no code.
 */
export function describeFaces(card: CardData, programme: CardProgramme): Faces {
  return { front: describeFront(card, programme), back: describeBack(card, programme) };
}
