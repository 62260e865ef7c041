import { plural } from '@lingui/core/macro';

/** "36 years old". Takes completed years. */
export function yearsOldInWords(age: number): string {
  return plural(age, { 0: 'Under 1 year old', one: '# year old', other: '# years old' });
}
