import { plural, t } from '@lingui/core/macro';
import { ageOn, type BirthDate, isWholeDate } from '../../../shared/application/birth-date.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';

/** "36 years old". Takes completed years. */
function yearsOldInWords(age: number): string {
  return t({
    message: plural(age, { 0: 'Under 1 year old', one: '# year old', other: '# years old' }),
    comment: 'Beside the birth date, for the clerk to compare with the applicant’s looks.',
  });
}

/** How old a birth date makes somebody today: "36 years old", of a year alone "36 or 37 years old". */
export function applicantsAgeInWords(birthDate: BirthDate, today: CalendarDate): string {
  const age = ageOn(birthDate, today);
  if (isWholeDate(birthDate)) return yearsOldInWords(age);
  const atMost = today.year - birthDate.year;
  return age === atMost
    ? yearsOldInWords(age)
    : t({
        message: `${age} or ${atMost} years old`,
        comment:
          'Beside a birth date of which the year alone is known. Two ages in years, the lower one first.',
      });
}
