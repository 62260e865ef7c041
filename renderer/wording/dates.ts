import { i18n } from '@lingui/core';
import type { CalendarDate } from '../../shared/calendar.ts';

// "en" alone means the United States, where the month comes first: a date read aloud from another order is
// how birth dates go wrong. With the month in words no order can be mistaken, and this one has no comma.
const DAY_FIRST: Readonly<Record<string, string>> = { en: 'en-GB' };

function words(date: CalendarDate, options: Intl.DateTimeFormatOptions): string {
  const day = new Date(Date.UTC(date.year, date.month - 1, date.day));
  // Date.UTC takes the years 0 to 99 for the twentieth century.
  day.setUTCFullYear(date.year);
  const locale = DAY_FIRST[i18n.locale] ?? i18n.locale;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day);
}

/** "24 November 1990": the month is a word, so that it cannot be taken for the day. */
export function dateInWords(date: CalendarDate): string {
  return words(date, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Tuesday 24 November 2026". */
export function dateWithWeekday(date: CalendarDate): string {
  return words(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
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
