import type { FieldName } from '../../application/fields.ts';

/** Fields that every design has one place for: a card has those of one list or those of the other. */
export const sharedPlaces: readonly (readonly [one: readonly FieldName[], other: readonly FieldName[]])[] = [
  [['chosenName'], ['height', 'eyeColor', 'veteran', 'organDonor']],
  [['libraryNumber'], ['languages']],
];
