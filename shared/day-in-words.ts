import type { CalendarDate } from './calendar.ts';
import { formattingLocale } from './residents/formatting-locale.ts';

/**
 * A day as the screens write it in a language: "November 24, 1990", with `weekday` "Saturday, November 24, 1990". The
 * month is a word, so that it is never taken for the day. "en" is American English.
 */
export function dayInWords(date: CalendarDate, locale: string, weekday = false): string {
  const day = new Date(Date.UTC(date.year, date.month - 1, date.day));
  // Date.UTC takes the years 0 to 99 for the twentieth century.
  day.setUTCFullYear(date.year);
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(formattingLocale(locale), {
    ...options,
    ...(weekday ? { weekday: 'long' } : {}),
  }).format(day);
}
