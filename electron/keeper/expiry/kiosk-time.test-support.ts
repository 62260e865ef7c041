import { type TestClock, testClock } from '../clock.test-support.ts';
import { type ClockJump, createKioskTime, type KioskTime } from './kiosk-time.ts';
import type { Reckoning } from './reckoning.ts';

/** From Friday at four to Tuesday at ten. */
export const LONGEST_NIGHT = 90 * 60 * 60_000;

/** A kiosk's time whose disk and reports can be looked at, and whose keeper can be started anew. */
export interface KioskTimeStage {
  readonly clock: TestClock;
  readonly jumps: ClockJump[];
  /** Makes writing fail, as a full disk does. */
  readonly disk: { full: boolean };
  /** The latest moment that the ledger knows of, for the next keeper; null: none. */
  readonly ledger: { last: number | null };
  /** Whether anybody can be asked for the date. */
  readonly staff: { isSetUp: boolean };
  time(): KioskTime;
  row(): Reckoning | null;
  writes(): number;
  /** The keeper dies without a word, and the next one starts from what is on the disk. */
  restartKeeper(): void;
}

/** Everything begins at nine in the morning of 24 November 2026, or at `now`. */
export function kioskTimeStage(now = Date.UTC(2026, 10, 24, 9, 0)): KioskTimeStage {
  const clock = testClock({ now });
  const jumps: ClockJump[] = [];
  const disk = { full: false };
  const ledger: { last: number | null } = { last: null };
  const staff = { isSetUp: true };
  let row: Reckoning | null = null;
  let writes = 0;
  const start = () =>
    createKioskTime(
      clock,
      {
        read: () => row,
        write(next, told, also) {
          if (disk.full) throw new Error('disk full');
          also?.();
          row = next;
          jumps.push(...told);
          writes += 1;
        },
      },
      {
        longestNight: LONGEST_NIGHT,
        lastWritten: () => ledger.last,
        mayDoubt: () => staff.isSetUp,
      },
    );
  let time = start();
  return {
    clock,
    jumps,
    disk,
    ledger,
    staff,
    time: () => time,
    row: () => row,
    writes: () => writes,
    restartKeeper() {
      time = start();
    },
  };
}
