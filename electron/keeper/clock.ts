import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { LocalDay } from '../../shared/application/expiry.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** The time, as an argument: tests bring their own. */
export interface Clock {
  /** Epoch milliseconds by the wall clock: anybody may set it, so it decides nothing alone. */
  now(): number;
  /** The day on the wall at this counter. */
  today(): CalendarDate;
  /** The day at this counter that a moment (epoch milliseconds) belongs to. */
  dateAt(moment: number): CalendarDate;
  /** Where a moment lies within its day at this counter. */
  localDayAt(moment: number): LocalDay;
  /** The first moment of a day at this counter, in epoch milliseconds. */
  startOf(date: CalendarDate): number;
  /** Milliseconds since the machine was started, the time it slept included. Nobody can set it. */
  uptime(): number;
  /** The kernel's random name of this start of the machine: an uptime means nothing beside another one's. */
  bootId(): string;
}

/** The machine's clock, in its own time zone: the day on a card is the day at the counter. */
export const machineClock: Clock = {
  now: () => Date.now(),
  today: () => dateAt(Date.now()),
  dateAt,
  localDayAt,
  startOf: ({ year, month, day }) => new Date(year, month - 1, day).getTime(),
  // Reads /proc/uptime, which counts sleep. `performance.now` and `process.hrtime` stand still meanwhile.
  uptime: () => Math.round(uptime() * 1000),
  bootId,
};

/** The day in the machine's zone that a moment (epoch milliseconds) belongs to. */
export function dateAt(moment: number): CalendarDate {
  const date = new Date(moment);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/**
 * Where a moment (epoch milliseconds) lies within its day in the machine's zone. By the calendar and never by
 * 24 hours: a day with a change of the clocks has 23 or 25, and where midnight itself is left out the day
 * begins at the first moment there is.
 */
export function localDayAt(moment: number): LocalDay {
  const date = new Date(moment);
  const midnight = (days: number) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
  return { sinceMidnight: moment - midnight(0), untilMidnight: midnight(1) - moment };
}

let boot: string | null = null;

/** The kernel's id of this boot, read once: it cannot change while this process lives. Linux only. */
export function bootId(): string {
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return boot;
}
