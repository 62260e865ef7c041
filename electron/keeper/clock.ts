import type { CalendarDate } from '../../shared/calendar.ts';

/** The time, as an argument: tests bring their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** The day on the wall at this counter. */
  today(): CalendarDate;
}

/** The machine's clock, in its own time zone: the day on a card is the day at the counter. */
export const machineClock: Clock = {
  now: () => Date.now(),
  today() {
    const date = new Date();
    return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
  },
};

/** A day as text, ISO 8601: 2026-11-24. */
export function dayText({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Reads what `dayText` wrote. */
export function dayOfText(text: string): CalendarDate {
  const [year, month, day] = text.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) throw new Error('not a day');
  return { year, month, day };
}
