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
