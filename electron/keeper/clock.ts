import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { CalendarDate } from '../../shared/calendar.ts';
import { calendarIn, type LocalCalendar } from '../../shared/local-calendar.ts';

/** The machine's time, as an argument: tests bring their own. */
export interface MachineClock {
  /** Epoch milliseconds by the wall clock: anybody may set it, so it decides nothing alone. */
  now(): number;
  /** Milliseconds since the machine was started, the time it slept included. Nobody can set it. */
  uptime(): number;
  /** The kernel's random name of this start of the machine: an uptime means nothing beside another one's. */
  bootId(): string;
}

/**
 * The time and the days at this counter. Its `timeZone` is the kiosk's: whatever tells a moment asks here, and never a policy.
 * That of the policy in force is another one from the moment it is installed until the next start.
 */
export interface Clock extends MachineClock, LocalCalendar {
  /** The day on the wall at this counter. */
  today(): CalendarDate;
}

/** The clock of a counter in a time zone: the policy's, whatever zone the machine was set up for. */
export function clockIn(timeZone: string, machine: MachineClock): Clock {
  const calendar = calendarIn(timeZone);
  return { ...machine, ...calendar, today: () => calendar.dateAt(machine.now()) };
}

/** This machine's clock. */
export const machineClock: MachineClock = {
  now: () => Date.now(),
  // Reads /proc/uptime, which counts sleep. `performance.now` and `process.hrtime` stand still meanwhile.
  uptime: () => Math.round(uptime() * 1000),
  bootId,
};

let boot: string | null = null;

/** The kernel's id of this boot, read once: it cannot change while this process lives. Linux only. */
export function bootId(): string {
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return boot;
}
