import type { CalendarDate } from './calendar.ts';

// "en" alone means the United States, where the month comes first: a date read aloud from another order is
// how birth dates go wrong. With the month in words no order can be mistaken, and this one has no comma.
const DAY_FIRST: Readonly<Record<string, string>> = { en: 'en-GB' };

/** A day as the screens write it in a language: "24 November 1990", with `weekday` "Saturday 24 November 1990". */
export function dayInWords(date: CalendarDate, locale: string, weekday = false): string {
  const day = new Date(Date.UTC(date.year, date.month - 1, date.day));
  // Date.UTC takes the years 0 to 99 for the twentieth century.
  day.setUTCFullYear(date.year);
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(DAY_FIRST[locale] ?? locale, {
    ...options,
    ...(weekday ? { weekday: 'long' } : {}),
  }).format(day);
}
