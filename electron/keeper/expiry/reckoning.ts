import type { LocalDay } from '../../../shared/application/retention.ts';
import type { DateDoubt } from '../../../shared/ledger/reasons.ts';

/** What the machine's clocks say at one moment. */
export interface Reading {
  readonly boot: string;
  /** Milliseconds since that boot. */
  readonly uptime: number;
  /** Epoch milliseconds by the wall clock. */
  readonly wall: number;
}

/** How far the kiosk has come by its own reckoning, and what the clocks said then. */
export interface Reckoning extends Reading {
  /** Milliseconds the kiosk has lived through. */
  readonly elapsed: number;
  /** The wall clock as the kiosk believes it: `wall` itself, except while the date is in doubt. */
  readonly reckoned: number;
  /** The machine was off before this boot for nobody knows how long: its wall clock is not believed. */
  readonly offUnknown: boolean;
}

/** What a wall clock is judged by. */
export interface ReckoningRules {
  /** The longest time that the machine is off in an ordinary year, in milliseconds. */
  readonly longestNight: number;
  localDayAt(moment: number): LocalDay;
}

/** Uptime and wall clock only part when the latter is set: following a time server bends both alike. */
export const JUMP = 60_000;

/**
 * Goes on from the reckoning before. `least`: it is at least so late, whatever the clocks say.
 *
 * Within one boot the uptime says exactly how late it is. A wall clock that says otherwise was set; it is
 * believed all the same while it names the same day, because a day is all that is made of it. Over a restart
 * only the wall clock knows how long the machine was off. It is believed unless it says longer than the
 * longest night, or that it is earlier than it can be.
 *
 * A clock that is not believed adds nothing: kiosk time and the reckoned clock grow by the uptime alone, until
 * the clock is put right (then it is believed again, with the time the machine was off) or a person confirms
 * the date.
 */
export function reckon(
  before: Reckoning,
  now: Reading,
  least: number,
  rules: ReckoningRules,
): { readonly next: Reckoning; readonly doubt: DateDoubt | null } {
  const sameBoot = now.boot === before.boot;
  const ran = sameBoot ? Math.max(0, now.uptime - before.uptime) : now.uptime;
  const unbelieved = {
    ...now,
    elapsed: before.elapsed + ran,
    reckoned: Math.max(before.reckoned + ran, least),
    offUnknown: before.offUnknown || !sameBoot,
  };
  const doubt = doubtOf(unbelieved, before, rules);
  return { next: doubt === null ? believe(unbelieved) : unbelieved, doubt };
}

/** The wall clock is right: the kiosk was off for as long as it says. */
export function believe(reckoning: Reckoning): Reckoning {
  const { elapsed, offUnknown, reckoned, wall } = reckoning;
  const off = offUnknown ? Math.max(0, wall - reckoned) : 0;
  return { ...reckoning, elapsed: elapsed + off, reckoned: wall, offUnknown: false };
}

function doubtOf(
  { offUnknown, reckoned, wall }: Reckoning,
  before: Reckoning,
  rules: ReckoningRules,
): DateDoubt | null {
  const ahead = wall - reckoned;
  if (Math.abs(ahead) <= JUMP) return null;
  if (offUnknown) {
    if (ahead < 0) return 'behind';
    // A restart makes no night of a jump that was in doubt before it: not before somebody has set the clock back.
    const isNotSetBack = before.wall - before.reckoned > JUMP && wall > before.wall - JUMP;
    return isNotSetBack || ahead > rules.longestNight ? 'ahead' : null;
  }
  const { sinceMidnight, untilMidnight } = rules.localDayAt(wall);
  if (-ahead >= -sinceMidnight && -ahead < untilMidnight) return null;
  return ahead > 0 ? 'ahead' : 'behind';
}
