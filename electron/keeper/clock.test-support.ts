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
  return {
    now: () => wall,
    today() {
      const date = new Date(wall);
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    },
    localDay() {
      const sinceMidnight = ((wall % DAY) + DAY) % DAY;
      return { sinceMidnight, untilMidnight: DAY - sinceMidnight };
    },
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
