import type { ValidAnswers } from '../application/answers.ts';
import type { CalendarDate } from '../calendar.ts';
import type { CardData } from '../card/card-data.ts';
import { validUntil } from './ages.ts';
import type { CompletePolicy } from './complete.ts';

/**
 * What goes on the card. Field by field on purpose: an answer that is added later reaches no card until
 * somebody writes it here. `number` is the plain card number (the face groups it); `issuedOn` the day the kiosk confirmed.
 */
export function cardDataFrom(
  valid: ValidAnswers,
  policy: CompletePolicy,
  number: string,
  issuedOn: CalendarDate,
): CardData {
  return {
    number,
    name: valid.name,
    chosenName: valid.chosenName,
    birthDate: valid.birthDate,
    gender: valid.gender,
    emergencyContact: valid.emergencyContact,
    libraryNumber: valid.libraryNumber,
    issuedOn,
    expiresOn: validUntil(policy, valid.birthDate, issuedOn),
  };
}
