import type { CalendarDate } from '../calendar.ts';

/** How far back a supervisor looks: whole days and whole weeks that are over. */
const DAYS_SHOWN = 14;
const WEEKS_SHOWN = 12;
const DAYS_OF_WEEK = 7;

/** A day by its number from an epoch, so that days can be counted. */
function asUtc({ year, month, day }: CalendarDate): Date {
  // Not `Date.UTC`: it takes the year 26 for 1926.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/** The day so many days later; earlier for a negative number. */
export function dayAfter(date: CalendarDate, days: number): CalendarDate {
  const moved = asUtc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** The days that are over, the oldest first: today is not, and its figures would tell who comes next. */
export function daysBefore(today: CalendarDate): readonly CalendarDate[] {
  return Array.from({ length: DAYS_SHOWN }, (_none, index) => dayAfter(today, index - DAYS_SHOWN));
}

/** The Monday of a day's week. */
export function firstOfWeek(day: CalendarDate): CalendarDate {
  return dayAfter(day, -((asUtc(day).getUTCDay() + 6) % DAYS_OF_WEEK));
}

/** The days of each week that is over, Monday to Sunday, the oldest week first. */
export function weeksBefore(today: CalendarDate): readonly (readonly CalendarDate[])[] {
  const monday = firstOfWeek(today);
  return Array.from({ length: WEEKS_SHOWN }, (_week, week) =>
    Array.from({ length: DAYS_OF_WEEK }, (_day, day) =>
      dayAfter(monday, (week - WEEKS_SHOWN) * DAYS_OF_WEEK + day),
    ),
  );
}
