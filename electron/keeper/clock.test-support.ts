import type { LocalDay } from '../../shared/application/retention.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import { calendarIn } from '../../shared/local-calendar.ts';
import type { Clock } from './clock.ts';

const DAY = 24 * 60 * 60_000;

/** A clock that stands still until it is moved. Its zone is UTC, so that a day has 24 hours on any machine. */
export interface TestClock extends Clock {
  /** Time passes. */
  advance(milliseconds: number): void;
  /** Somebody sets the wall clock, forward or (negative) back. No time passes. */
  moveClock(milliseconds: number): void;
  /**
   * The machine is off for so long and starts again, with an uptime of zero and another boot id.
   * `wallMovedBy`: how far its wall clock is from the right one afterwards.
   */
  reboot(how: { readonly offMilliseconds: number; readonly wallMovedBy: number }): void;
}

/** A clock for tests. `now`: its first wall time in epoch milliseconds. The machine has run for an hour. */
export function testClock({ now }: { readonly now: number }): TestClock {
  let wall = now;
  let uptime = 60 * 60_000;
  let boots = 1;
  const dateAt = (moment: number): CalendarDate => {
    const date = new Date(moment);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  };
  const localDayAt = (moment: number): LocalDay => {
    const sinceMidnight = ((moment % DAY) + DAY) % DAY;
    return { sinceMidnight, untilMidnight: DAY - sinceMidnight };
  };
  return {
    timeZone: 'UTC',
    now: () => wall,
    today: () => dateAt(wall),
    dateAt,
    localDayAt,
    timeAt: calendarIn('UTC').timeAt,
    startOf: ({ year, month, day }) => Date.UTC(year, month - 1, day),
    uptime: () => uptime,
    bootId: () => `boot ${boots}`,
    advance(milliseconds) {
      wall += milliseconds;
      uptime += milliseconds;
    },
    moveClock(milliseconds) {
      wall += milliseconds;
    },
    reboot({ offMilliseconds, wallMovedBy }) {
      wall += offMilliseconds + wallMovedBy;
      uptime = 0;
      boots += 1;
    },
  };
}
