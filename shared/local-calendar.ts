import type { LocalDay } from './application/retention.ts';
import type { CalendarDate } from './calendar.ts';

const HOUR = 60 * 60_000;
/** No zone is further from UTC than 14 hours; one more, for those that once were. */
const FURTHEST_FROM_UTC = 15 * HOUR;

/** Days as they begin and end at one place. Moments are epoch milliseconds. */
export interface LocalCalendar {
  /** Of the IANA database. */
  readonly timeZone: string;
  /** The day that a moment belongs to. */
  dateAt(moment: number): CalendarDate;
  /** Where a moment lies within its day, which may have 23 or 25 hours. */
  localDayAt(moment: number): LocalDay;
  /** The first moment of a day: where midnight itself is left out, the first that there is. */
  startOf(date: CalendarDate): number;
  /** The time on the wall there, in English: "6:12 PM". */
  timeAt(moment: number): string;
}

/** Whether a name stands for a zone of the IANA database here: "America/New_York", "UTC". */
export function isTimeZone(name: string): boolean {
  // An offset ("+05:00") is a zone to Intl as well, and knows of no change of the clocks.
  if (!/^[A-Z]/.test(name)) return false;
  // The first format that a process makes takes 16 ms (measured), and the list one: only links ("US/Eastern") need it.
  if (Intl.supportedValuesOf('timeZone').includes(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The calendar of a zone. The first day asked throws for a name that is none (`isTimeZone`). */
export function calendarIn(timeZone: string): LocalCalendar {
  let format: Intl.DateTimeFormat | null = null;
  const dateAt = (moment: number): CalendarDate => {
    format ??= new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    const parts = format.formatToParts(moment);
    const numberIn = (type: Intl.DateTimeFormatPartTypes): number =>
      Number(parts.find((part) => part.type === type)?.value);
    return { year: numberIn('year'), month: numberIn('month'), day: numberIn('day') };
  };
  /** Halving finds the boundary whatever is done to the clocks there: by offsets alone a midnight left out is missed. */
  const startOf = (date: CalendarDate): number => {
    const wanted = orderOf(date);
    const around = Date.UTC(date.year, date.month - 1, date.day);
    let before = around - FURTHEST_FROM_UTC;
    let within = around + FURTHEST_FROM_UTC;
    while (within - before > 1) {
      const middle = Math.floor((before + within) / 2);
      if (orderOf(dateAt(middle)) < wanted) before = middle;
      else within = middle;
    }
    return within;
  };
  // Asked for every open application again and again, and nearly always within the same day.
  let known = { start: 0, end: 0 };
  const dayAround = (moment: number): typeof known => {
    if (moment < known.start || moment >= known.end) {
      const date = dateAt(moment);
      known = { start: startOf(date), end: startOf(nextDay(date)) };
    }
    return known;
  };
  return {
    timeZone,
    dateAt,
    localDayAt(moment) {
      const { start, end } = dayAround(moment);
      return { sinceMidnight: moment - start, untilMidnight: end - moment };
    },
    startOf,
    // The narrow space before AM and PM is missing in some fonts.
    timeAt: (moment) =>
      new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' })
        .format(moment)
        .replace('\u202f', ' '),
  };
}

function orderOf({ year, month, day }: CalendarDate): number {
  return year * 10_000 + month * 100 + day;
}

function nextDay({ year, month, day }: CalendarDate): CalendarDate {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}
