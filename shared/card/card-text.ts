import type { CardData } from './card-data.ts';

/** The fields of one card that somebody typed, by the name under which a refusal is reported. */
export type CardTextField =
  | 'name'
  | 'chosenName'
  | 'gender'
  | 'emergencyContactName'
  | 'emergencyContactPhone'
  | 'libraryNumber'
  | 'number';

/** What each typed field of a card holds; fields left empty are not in the list. */
export function listCardTexts(
  card: CardData,
): readonly { readonly field: CardTextField; readonly text: string }[] {
  const texts: readonly { field: CardTextField; text: string | null }[] = [
    { field: 'name', text: card.name },
    { field: 'chosenName', text: card.chosenName },
    { field: 'gender', text: card.gender },
    { field: 'emergencyContactName', text: card.emergencyContact?.name ?? null },
    { field: 'emergencyContactPhone', text: card.emergencyContact?.phone ?? null },
    { field: 'libraryNumber', text: card.libraryNumber },
    { field: 'number', text: card.number },
  ];
  return texts.flatMap(({ field, text }) => (text === null || text === '' ? [] : [{ field, text }]));
}
