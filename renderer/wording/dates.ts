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
