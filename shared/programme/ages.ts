import { addYears, ageOn, type BirthDate } from '../application/birth-date.ts';
import type { CalendarDate } from '../calendar.ts';
import type { PolicyRules } from './complete.ts';

/** The person is younger than the programme serves. Ages in completed years. */
export interface TooYoung {
  readonly kind: 'too-young';
  readonly age: number;
  readonly minimumAge: number;
}

/** The programme's minimum age against a birth date, on the day of the application. */
export function checkAge(policy: PolicyRules, birthDate: BirthDate, today: CalendarDate): TooYoung | null {
  const age = ageOn(birthDate, today);
  return age < policy.minimumAgeYears ? { kind: 'too-young', age, minimumAge: policy.minimumAgeYears } : null;
}

/**
 * The last day on which a card is valid, or `null` for a card that does not expire. The band is that of the
 * age on the day of issue; the card keeps it when the person grows into the next one. It ends on the
 * anniversary of its issue (1 March for a card issued on 29 February).
 * Throws when the policy has no band for the age: `policySchema` lets no such policy through.
 */
export function validUntil(
  policy: PolicyRules,
  birthDate: BirthDate,
  issuedOn: CalendarDate,
): CalendarDate | null {
  const age = ageOn(birthDate, issuedOn);
  const band = policy.validity.findLast(({ fromAge }) => fromAge <= age);
  if (band === undefined) {
    throw new Error('no validity band for this age: an unchecked policy or a birth date after the issue');
  }
  return band.years === 'never' ? null : addYears(issuedOn, band.years);
}
