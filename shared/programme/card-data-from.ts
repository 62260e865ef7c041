import type { ValidAnswers } from '../application/answers.ts';
import type { CalendarDate } from '../calendar.ts';
import type { CardData } from '../card/card-data.ts';
import { validUntil } from './ages.ts';
import type { PolicyRules } from './complete.ts';

/**
 * What goes on the card: the fields, of which each design prints those that it has a place for. `number` is the plain
 * card number (the face groups it); `issuedOn` the day the kiosk confirmed.
 */
export function cardDataFrom(
  valid: ValidAnswers,
  policy: PolicyRules,
  number: string,
  issuedOn: CalendarDate,
): CardData {
  const { documents: _, ...fields } = valid;
  return { ...fields, number, issuedOn, expiresOn: validUntil(policy, valid.birthDate, issuedOn) };
}
