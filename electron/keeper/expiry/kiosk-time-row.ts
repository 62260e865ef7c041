import { z } from 'zod';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { Database } from '../database/open-database.ts';
import type { KioskTimeStore } from './kiosk-time.ts';

const timeRow = z.object({
  elapsed: z.number().int(),
  boot: z.string(),
  uptime: z.number().int(),
  wall: z.number().int(),
  reckoned: z.number().int(),
  off_unknown: z.union([z.literal(0), z.literal(1)]),
});

const lastRow = z.object({ elapsed: z.number().int(), wall: z.number().int() });

/** Kiosk time, and the wall clock as it was believed, as a vault has them last, in milliseconds; null: no keeper ever ran on it. */
export function lastTimeIn(database: Database): z.infer<typeof lastRow> | null {
  const found = database.prepare('SELECT elapsed, reckoned AS wall FROM kiosk_time').get();
  return found === undefined ? null : lastRow.parse(found);
}

/**
 * The kiosk's time in the vault's file: one row, written over and over. Jumps of the wall clock become pending entries of
 * the ledger in the same transaction, so that each is told once. Before set-up there is no ledger to tell.
 */
export function kioskTimeStore(
  database: Database,
  enqueue: (entries: readonly LedgerEntry[]) => void,
  isSetUp: () => boolean,
): KioskTimeStore {
  return {
    read() {
      const found = database
        .prepare('SELECT elapsed, boot, uptime, wall, reckoned, off_unknown FROM kiosk_time')
        .get();
      if (found === undefined) return null;
      const { off_unknown: offUnknown, ...row } = timeRow.parse(found);
      return { ...row, offUnknown: offUnknown === 1 };
    },
    write: database.transaction((...[row, jumps, also]: Parameters<KioskTimeStore['write']>) => {
      database
        .prepare(
          `INSERT INTO kiosk_time (only_one, elapsed, boot, uptime, wall, reckoned, off_unknown)
             VALUES (1, @elapsed, @boot, @uptime, @wall, @reckoned, @offUnknown)
             ON CONFLICT (only_one) DO UPDATE SET
               elapsed = excluded.elapsed, boot = excluded.boot, uptime = excluded.uptime, wall = excluded.wall,
               reckoned = excluded.reckoned, off_unknown = excluded.off_unknown`,
        )
        .run({ ...row, offUnknown: row.offUnknown ? 1 : 0 });
      also?.();
      if (!isSetUp()) return;
      for (const { direction, minutes } of jumps) {
        enqueue([{ kind: 'clock-moved', utc: row.wall, direction, minutes: roundFigure(minutes) }]);
      }
    }),
  };
}
