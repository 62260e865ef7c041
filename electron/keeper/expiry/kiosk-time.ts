import type { Moment } from '../../../shared/application/retention.ts';
import type { DateDoubt } from '../../../shared/ledger/reasons.ts';
import type { Clock } from '../clock.ts';
import { believe, JUMP, type Reading, type Reckoning, reckon } from './reckoning.ts';

/** Where the kiosk's reckoning is kept: one row, or none on a kiosk that has never run. */
export interface KioskTimeStore {
  read(): Reckoning | null;
  /**
   * Puts the row in place of the last, tells of the jumps and does `also`, all or nothing: so each is told once.
   */
  write(row: Reckoning, jumps: readonly ClockJump[], also?: () => void): void;
}

/** The wall clock was set. `minutes`: rounded, 1 or more; across a restart of the machine the least possible. */
export interface ClockJump {
  readonly direction: 'forward' | 'back';
  readonly minutes: number;
}

/** What the kiosk's time goes by besides the machine's clocks. */
export interface KioskTimeRules {
  /** The longest time that the machine is off in an ordinary year, in milliseconds. */
  readonly longestNight: number;
  /** The latest moment that the ledger has written down; null: none. Asked once. */
  lastWritten(): number | null;
  /** Whether there is anybody to ask for the date: before set-up every clock is believed. */
  mayDoubt(): boolean;
}

/** The kiosk's own time: it goes by what the kiosk lives through and not by what its clock is set to. */
export interface KioskTime {
  /** Now, by kiosk time and by the wall clock as far as it is believed. */
  now(): Moment;
  /** Why the wall clock is not believed now; null: it is. */
  doubt(): DateDoubt | null;
  /**
   * A person says that the wall clock's date is right: it is believed from now on, and kiosk time takes the time
   * that the machine was off. Does `also` in the same transaction, with the moment by that clock. Throws what the store throws: nothing has
   * changed then.
   */
  confirm(also: (utc: number) => void): void;
  /**
   * Writes the row when it is due, with the jumps of the wall clock that nobody was told of. To be called at
   * the start and at least once a minute. `isTimed`: whether anything goes by kiosk time now, as an open application does. Answers whether
   * it was written. Throws what the store throws; the next call tries again.
   */
  tick(isTimed: boolean): boolean;
}

/**
 * How old the row may become. Within one boot any row is as good as a fresh one, since the uptime bridges
 * the gap. After a restart of the machine the wall clock bridges it, unless it was set back meanwhile: only
 * then is up to this much lost, and what is open lives that much longer. One each tick would buy seconds of that rare case.
 */
const WRITE_EVERY = 60_000;
/**
 * While there is nothing that could live longer, each full hour of kiosk time will do: a kiosk that nobody uses leaves its disk alone. An
 * hour in which there was something is written to its end: a row that stays behind would tell the minute in which the last
 * application ended.
 */
const HOUR = 3_600_000;

const hourOf = (elapsed: number): number => Math.floor(elapsed / HOUR);

/**
 * Goes on from the row of the store; how is in reckoning.ts. A wall clock that comes back from a restart with
 * less than the uptime has added was set back (or lost its battery), which is told.
 */
export function createKioskTime(clock: Clock, store: KioskTimeStore, rules: KioskTimeRules): KioskTime {
  const kept = store.read();
  let seen: Reckoning = kept ?? firstReckoning(clock);
  let doubt: DateDoubt | null = null;
  let least = rules.lastWritten() ?? Number.NEGATIVE_INFINITY;
  let writtenElapsed = seen.elapsed;
  /** In which hour of kiosk time something last went by it; null: not since this keeper began. */
  let timedHour: number | null = null;
  /** Where the wall clock was last known to be as it is told: small steps add up from here. */
  let anchor: Reading = seen;
  let untold: readonly ClockJump[] = [];
  /** The row is behind by more than time: the first one, a jump, another judgement, or a boot it does not know. */
  let isRowStale = kept === null;

  function update(): void {
    const now: Reading = { boot: clock.bootId(), uptime: clock.uptime(), wall: clock.now() };
    noteJump(now);
    const { next, doubt: why } = reckon(seen, now, least, {
      longestNight: rules.longestNight,
      localDayAt: clock.localDayAt,
    });
    const believed = why === null || !rules.mayDoubt();
    seen = believed ? believe(next) : next;
    const doubtBefore = doubt;
    doubt = believed ? null : why;
    if (doubt !== doubtBefore) isRowStale = true;
  }

  function noteJump(now: Reading): void {
    const sameBoot = now.boot === seen.boot;
    const departure = sameBoot
      ? now.wall - anchor.wall - (now.uptime - anchor.uptime)
      : Math.min(0, now.wall - seen.wall - now.uptime);
    const jumped = Math.abs(departure) > JUMP;
    if (jumped) {
      const direction = departure > 0 ? 'forward' : 'back';
      untold = [...untold, { direction, minutes: Math.round(Math.abs(departure) / 60_000) }];
    }
    if (!jumped && sameBoot) return;
    anchor = now;
    isRowStale = true;
  }

  function write(row: Reckoning, also?: () => void): void {
    store.write(row, untold, also);
    untold = [];
    writtenElapsed = row.elapsed;
    isRowStale = false;
  }

  return {
    now() {
      update();
      return { elapsed: seen.elapsed, wall: seen.reckoned };
    },
    doubt() {
      update();
      return doubt;
    },
    confirm(also) {
      update();
      const believed = believe(seen);
      write(believed, () => also(believed.wall));
      seen = believed;
      doubt = null;
      least = Number.NEGATIVE_INFINITY;
    },
    tick(isTimed) {
      update();
      const hour = hourOf(seen.elapsed);
      if (isTimed) timedHour = hour;
      const isDue =
        hour === timedHour ? seen.elapsed - writtenElapsed >= WRITE_EVERY : hour > hourOf(writtenElapsed);
      if (!isRowStale && !isDue) return false;
      write(seen);
      return true;
    },
  };
}

function firstReckoning(clock: Clock): Reckoning {
  const wall = clock.now();
  return {
    elapsed: 0,
    boot: clock.bootId(),
    uptime: clock.uptime(),
    wall,
    reckoned: wall,
    offUnknown: false,
  };
}
