import type { Moment } from '../../../shared/application/expiry.ts';
import type { Clock } from '../clock.ts';

/** What the vault keeps of the kiosk's time: its age, and where the machine's clocks stood then. */
export interface KioskTimeRow {
  /** Milliseconds the kiosk has lived through when this was written. */
  readonly elapsed: number;
  readonly boot: string;
  /** Milliseconds since that boot. */
  readonly uptime: number;
  /** Epoch milliseconds by the wall clock: the last seen. */
  readonly wall: number;
}

/** Where the row is kept: one row, or none on a kiosk that has never run. */
export interface KioskTimeStore {
  read(): KioskTimeRow | null;
  /** Puts the row in place of the last and tells of the jumps, both or neither: so each is told once. */
  write(row: KioskTimeRow, jumps: readonly ClockJump[]): void;
}

/** The wall clock was set. `minutes`: rounded, 1 or more; across a restart of the machine the least possible. */
export interface ClockJump {
  readonly direction: 'forward' | 'back';
  readonly minutes: number;
}

/** The kiosk's own time: it goes by what the kiosk lives through and not by what its clock is set to. */
export interface KioskTime {
  /** Now, by kiosk time and by the wall clock. */
  now(): Moment;
  /**
   * Writes the row when it is due, with the jumps of the wall clock that nobody was told of. To be called at
   * the start and at least once a minute. Throws what the store throws; the next call tries again.
   */
  tick(): void;
}

/** Uptime and wall clock only part when the latter is set: following a time server bends both alike. */
const JUMP = 60_000;

/**
 * How old the row may become. Within one boot any row is as good as a fresh one, since the uptime bridges
 * the gap. After a restart of the machine the wall clock bridges it, unless it was set back meanwhile: only
 * then is up to this much lost. A write each minute is about 1,440 small transactions a day, nothing to a
 * flash disk; one each tick would buy seconds of that rare case.
 */
const WRITE_EVERY = 60_000;

/**
 * Goes on from the row of the store.
 *
 * Within one boot kiosk time grows by the uptime, whatever the wall clock does. Over a restart of the machine
 * nothing but the wall clock knows how long it was off, so kiosk time grows by the difference to the last
 * seen, and at least by the uptime of the new boot. Less than that is proof that the clock was set back (or
 * lost its battery), which is told; how long the machine was off is then unknown for good and not counted.
 * A clock set forward meanwhile looks like a long night and counts as one: rather erased early than kept.
 */
export function createKioskTime(clock: Clock, store: KioskTimeStore): KioskTime {
  const kept = store.read();
  let seen: KioskTimeRow = kept ?? { elapsed: 0, ...readingOf(clock) };
  let writtenElapsed = seen.elapsed;
  /** Where the wall clock was last known to be as it is told: small steps add up from here. */
  let anchor: Reading = seen;
  let untold: readonly ClockJump[] = [];
  /** The row is behind by more than time: the first one, a jump, or a boot it does not know. */
  let owed = kept === null;

  function look(): void {
    const now = readingOf(clock);
    const sameBoot = now.boot === seen.boot;
    const lived = sameBoot
      ? Math.max(0, now.uptime - seen.uptime)
      : Math.max(now.wall - seen.wall, now.uptime);
    const departure = sameBoot
      ? now.wall - anchor.wall - (now.uptime - anchor.uptime)
      : Math.min(0, now.wall - seen.wall - now.uptime);
    seen = { elapsed: seen.elapsed + lived, ...now };
    const jumped = Math.abs(departure) > JUMP;
    if (jumped) {
      const direction = departure > 0 ? 'forward' : 'back';
      untold = [...untold, { direction, minutes: Math.round(Math.abs(departure) / 60_000) }];
    }
    if (jumped || !sameBoot) {
      anchor = seen;
      owed = true;
    }
  }

  return {
    now() {
      look();
      return { elapsed: seen.elapsed, wall: seen.wall };
    },
    tick() {
      look();
      if (!owed && seen.elapsed - writtenElapsed < WRITE_EVERY) return;
      store.write(seen, untold);
      untold = [];
      writtenElapsed = seen.elapsed;
      owed = false;
    },
  };
}

type Reading = Omit<KioskTimeRow, 'elapsed'>;

function readingOf(clock: Clock): Reading {
  return { boot: clock.bootId(), uptime: clock.uptime(), wall: clock.now() };
}
