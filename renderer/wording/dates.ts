import { i18n } from '@lingui/core';
import type { CalendarDate } from '../../shared/calendar.ts';
import { dayInWords } from '../../shared/day-in-words.ts';

/** "November 24, 1990": the month is a word, so that it cannot be taken for the day. */
export function dateInWords(date: CalendarDate): string {
  return dayInWords(date, i18n.locale);
}

/** "Tuesday, November 24, 2026". */
export function dateWithWeekday(date: CalendarDate): string {
  return dayInWords(date, i18n.locale, true);
}

/** The same of a day as papers and files have it: "2026-11-24". What is no such day is shown as it stands. */
export function isoDayInWords(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return day;
  return dateInWords({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) });
}

/**
 * "November 24, 2026 at 2:03:07 PM": an act of staff, to the second, by the clock on the counter's wall. Takes epoch
 * milliseconds and the policy's time zone.
 */
export function momentInWords(milliseconds: number, timeZone: string): string {
  return new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'long', timeStyle: 'medium', timeZone }).format(
    milliseconds,
  );
}
