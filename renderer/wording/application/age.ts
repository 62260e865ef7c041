import { plural, t } from '@lingui/core/macro';

/** "36 years old". Takes completed years. */
export function yearsOldInWords(age: number): string {
  return t({
    message: plural(age, { 0: 'Under 1 year old', one: '# year old', other: '# years old' }),
    comment: 'Beside the birth date, for the clerk to compare with the applicant’s looks.',
  });
}
