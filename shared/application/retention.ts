const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Both beginnings are kept in whole minutes, rounded down: an application looks up to this much too old. */
const ROUNDING = MINUTE;

/** How far wall clock and kiosk time may drift apart before the wall clock no longer tells days. */
const TRUSTED_DEPARTURE = 10 * MINUTE;

/** Where a moment lies within its day at the counter, in milliseconds; a day may have 23 or 25 hours. */
export interface LocalDay {
  /** Since the day began: zero or more. */
  readonly sinceMidnight: number;
  /** Until the next day begins: more than zero. */
  readonly untilMidnight: number;
}

/** One moment by both clocks, in milliseconds. */
export interface Moment {
  /** Kiosk time: what the kiosk has lived through as far as it can know. Only grows. */
  readonly elapsed: number;
  /** Epoch milliseconds by the wall clock, which anybody may set. */
  readonly wall: number;
}

/** How long an application may stay open: the decided `retention` of a policy. */
export interface Retention {
  readonly hours: number;
  readonly endOfDay: boolean;
}

/** What becomes of an open application now. */
export type ExpiryVerdict =
  /** At least 1; what is left to the nearer of the two limits, rounded up. */
  | { readonly kind: 'keep'; readonly minutesLeft: number }
  | { readonly kind: 'expired'; readonly by: 'hours' | 'end-of-day' };

/**
 * Whether an application has outlived the policy. `began` may be rounded down to whole minutes.
 *
 * The limit in hours goes by kiosk time alone. That is the bound which holds whatever happens to the wall
 * clock; rounding may take a minute off it and never adds one.
 *
 * The end of the day needs the wall clock, for nothing else knows where midnight is. The application is of
 * an earlier day when it is older than this day: its beginning is reckoned back from now by kiosk time, in
 * terms of the present clock. That is asked only while the two clocks agree on its age to ten minutes. Where
 * they do not, somebody set the wall clock after it began (or a dead battery did), and either the present
 * day or the day it began on is wrong: set forward, the clock would erase an application of a minute ago; set
 * back, it would keep one of yesterday. From then on it lives by the hours alone, which is bounded in both
 * cases. When the clock is put right again, the clocks agree again and the day counts again.
 *
 * What began in the last minute of a day counts as begun on the next one, because of the rounding: without
 * this allowance, rounding could turn the first minute of a day into yesterday.
 */
export function judgeExpiry(
  began: Moment,
  now: Moment,
  day: LocalDay,
  { hours, endOfDay }: Retention,
): ExpiryVerdict {
  const age = now.elapsed - began.elapsed;
  const left = hours * HOUR - age;
  if (left <= 0) return { kind: 'expired', by: 'hours' };
  if (!endOfDay || Math.abs(now.wall - began.wall - age) > TRUSTED_DEPARTURE) {
    return { kind: 'keep', minutesLeft: Math.ceil(left / MINUTE) };
  }
  if (age - ROUNDING > day.sinceMidnight) return { kind: 'expired', by: 'end-of-day' };
  return { kind: 'keep', minutesLeft: Math.ceil(Math.min(left, day.untilMidnight) / MINUTE) };
}
