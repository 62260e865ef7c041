import type { DiskLog } from '../disk/disk-log.ts';
import { createExpiry, type Expiry } from '../expiry/expiry.ts';
import type { Desk } from './desk.ts';
import { expirable, expire } from './expire.ts';
import { diskFails, writeAgain } from './may-take-in.ts';
import { reconcilePrinting } from './print-events.ts';
import { settleOwed } from './record-act.ts';

/** The round that the keeper makes each half minute: what is owed, what expires, how much room there is. */
export function buildExpiry(
  desk: Desk,
  diskLog: DiskLog,
  later: (milliseconds: number, run: () => void) => void,
): Expiry {
  const { clock, time } = desk;

  function failed(where: string, error: unknown): void {
    desk.unwritten.expiry = true;
    diskLog.failed(where, error);
  }

  function settle(): void {
    writeAgain(desk);
    desk.unwritten.expiry = false;
    try {
      reconcilePrinting(desk);
      desk.purgeLoose();
    } catch (error) {
      failed('print jobs', error);
    }
  }

  return createExpiry({
    clock,
    time: {
      ...time,
      tick() {
        time.tick();
        // A jump of the clock is owed by now. Left so, everybody would read for half a minute that the disk fails.
        settleOwed(desk);
      },
    },
    expirable: () => expirable(desk),
    expire: (application) => expire(desk, application),
    failed: (error) => failed('expiry', error),
    later(milliseconds, run) {
      diskLog.space(desk.space.shortage());
      later(milliseconds, () => {
        settle();
        run();
        if (!diskFails(desk) && desk.wipes.failure() === null) diskLog.recovered();
        desk.broadcast();
      });
    },
  });
}
