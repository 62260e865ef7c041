import { plural, t } from '@lingui/core/macro';
import type { AgeDoubt } from '../../../shared/application/birth-date.ts';
import { unreachable } from '../../../shared/result.ts';

/** "36 years old". Takes completed years. */
export function yearsOldInWords(age: number): string {
  return plural(age, { 0: 'Under 1 year old', one: '# year old', other: '# years old' });
}

/** What is asked about a birth date that may well be right. The same key once more answers it. */
export function ageDoubtInWords(doubt: AgeDoubt): string {
  switch (doubt.kind) {
    case 'very-old': {
      const { age } = doubt;
      return t`That makes the applicant ${age} years old. Check the year, then press Enter again.`;
    }
    case 'born-today':
      return t`That is today’s date. Check it, then press Enter again.`;
    default:
      return unreachable(doubt);
  }
}
