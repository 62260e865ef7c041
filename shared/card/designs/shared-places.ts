import type { FieldName } from '../../application/fields.ts';
import { NOTES } from './notes.ts';

type SharedPlace = readonly [one: readonly FieldName[], other: readonly FieldName[]];

/** Fields that every design has one place for: a card has those of one list or those of the other. A back has room for one note. */
export const sharedPlaces: readonly SharedPlace[] = [
  [['chosenName'], ['height', 'eyeColor', 'veteran', 'organDonor']],
  [['libraryNumber'], ['languages']],
  ...NOTES.flatMap(({ field: one }, place) =>
    NOTES.slice(place + 1).map(({ field: other }): SharedPlace => [[one], [other]]),
  ),
];
