import { i18n } from '@lingui/core';
import type { CalendarDate } from '../../shared/calendar.ts';
import { dayInWords } from '../../shared/day-in-words.ts';
import { calendarIn } from '../../shared/local-calendar.ts';
import { momentInWords as momentInLanguage } from '../../shared/moment-in-words.ts';
import { formattingLocale } from '../../shared/residents/formatting-locale.ts';

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
 * "November 24, 2026 at 2:03:07 PM": an act of staff as the ledger has it, to the second, by the clock on the counter's wall. Takes
 * epoch milliseconds and the kiosk's time zone.
 */
export function momentInWords(milliseconds: number, timeZone: string): string {
  return momentInLanguage(milliseconds, i18n.locale, timeZone);
}

/** "November 24, 2026": the day of a moment. Takes epoch milliseconds and the kiosk's time zone. */
export function dateOfMoment(milliseconds: number, timeZone: string): string {
  return dateInWords(calendarIn(timeZone).dateAt(milliseconds));
}

/**
 * "November 24, 2026 at 2:03 PM": a moment that staff read in a sentence, by the clock on the counter's wall. At the end of a line
 * neither "November 24" breaks nor "2:03 PM". Takes epoch milliseconds and the kiosk's time zone.
 */
export function minuteInWords(milliseconds: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return format
    .formatToParts(milliseconds)
    .map(({ type, value }) => (type === 'literal' && /^[ \u202f]$/.test(value) ? '\u00a0' : value))
    .join('');
}

/** "November 24": of a day that is near, as it stands in a sentence. */
export function dayWithoutYear({ year, month, day }: CalendarDate): string {
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(formattingLocale(i18n.locale), options).format(
    Date.UTC(year, month - 1, day),
  );
}
