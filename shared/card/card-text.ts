import { type TextInputName, textsOf } from '../application/fields.ts';
import type { CardData } from './card-data.ts';

/** The texts of one card that somebody typed, by their inputs, and its number. */
export type CardTextField = TextInputName | 'number';

/** What each typed text of a card holds; what was left empty is not in the list. */
export function listCardTexts(
  card: CardData,
): readonly { readonly field: CardTextField; readonly text: string }[] {
  const texts = [...textsOf(card), { field: 'number' as const, text: card.number }];
  return texts.filter(({ text }) => text !== '');
}
