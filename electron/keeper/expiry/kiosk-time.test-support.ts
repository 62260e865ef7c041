import { type TestClock, testClock } from '../clock.test-support.ts';
import { type ClockJump, createKioskTime, type KioskTime, type KioskTimeRow } from './kiosk-time.ts';

/** A kiosk's time whose disk and reports can be looked at, and whose keeper can be started anew. */
export interface KioskTimeStage {
  readonly clock: TestClock;
  readonly jumps: ClockJump[];
  /** Makes writing fail, as a full disk does. */
  readonly disk: { full: boolean };
  time(): KioskTime;
  row(): KioskTimeRow | null;
  writes(): number;
  /** The keeper dies without a word, and the next one starts from what is on the disk. */
  restartKeeper(): void;
}

/** Everything begins at nine in the morning of 24 November 2026, or at `now`. */
export function kioskTimeStage(now = Date.UTC(2026, 10, 24, 9, 0)): KioskTimeStage {
  const clock = testClock({ now });
  const jumps: ClockJump[] = [];
  const disk = { full: false };
  let row: KioskTimeRow | null = null;
  let writes = 0;
  const start = () =>
    createKioskTime(clock, {
      read: () => row,
      write(next, told) {
        if (disk.full) throw new Error('disk full');
        row = next;
        jumps.push(...told);
        writes += 1;
      },
    });
  let time = start();
  return {
    clock,
    jumps,
    disk,
    time: () => time,
    row: () => row,
    writes: () => writes,
    restartKeeper() {
      time = start();
    },
  };
}
