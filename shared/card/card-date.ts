import { type BirthDate, isWholeDate } from '../application/birth-date.ts';
import type { CalendarDate } from '../calendar.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/**
 * A date as it stands on the card: "14 MAR 1990". The month is a word because 03/04/1990 is two different days
 * on two sides of a border.
 */
export function formatCardDate(date: CalendarDate): string {
  const month = MONTHS[date.month - 1];
  if (month === undefined) throw new Error(`no such month: ${date.month}`);
  return `${String(date.day).padStart(2, '0')} ${month} ${String(date.year).padStart(4, '0')}`;
}

/** A birth date as it stands on the card; of a year alone the year: "1990". */
export function formatBirthDate(birthDate: BirthDate): string {
  return isWholeDate(birthDate) ? formatCardDate(birthDate) : String(birthDate.year).padStart(4, '0');
}
