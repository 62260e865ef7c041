import { i18n } from '@lingui/core';
import type { CalendarDate } from '../../shared/calendar.ts';
import { dayInWords } from '../../shared/day-in-words.ts';

/** "24 November 1990": the month is a word, so that it cannot be taken for the day. */
export function dateInWords(date: CalendarDate): string {
  return dayInWords(date, i18n.locale);
}

/** "Tuesday 24 November 2026". */
export function dateWithWeekday(date: CalendarDate): string {
  return dayInWords(date, i18n.locale, true);
}

/** The same of a day as papers and files have it: "2026-11-24". What is no such day is shown as it stands. */
export function isoDayInWords(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return day;
  return dateInWords({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) });
}

/** "24 November 2026, 14:03:07 UTC": an act of staff, to the second. Takes epoch milliseconds. */
export function momentInWords(milliseconds: number): string {
  const moment = new Date(milliseconds);
  const day = dateInWords({
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
  });
  return `${day}, ${moment.toISOString().slice(11, 19)} UTC`;
}
