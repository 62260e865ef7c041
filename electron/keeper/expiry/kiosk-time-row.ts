import { z } from 'zod';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { Database } from '../database/open-database.ts';
import type { OwedEntries } from '../owed/owed-entries.ts';
import type { KioskTimeRow, KioskTimeStore } from './kiosk-time.ts';

const timeRow = z.object({
  elapsed: z.number().int(),
  boot: z.string(),
  uptime: z.number().int(),
  wall: z.number().int(),
});

/**
 * The kiosk's time in the vault's file: one row, written over and over. Jumps of the wall clock are owed to
 * the ledger in the same transaction, so that each is told once. Before set-up there is no ledger to tell.
 */
export function kioskTimeStore(
  database: Database,
  owed: OwedEntries,
  isSetUp: () => boolean,
): KioskTimeStore {
  return {
    read() {
      const row = database.prepare('SELECT elapsed, boot, uptime, wall FROM kiosk_time').get();
      return row === undefined ? null : timeRow.parse(row);
    },
    write: database.transaction(
      ({ elapsed, boot, uptime, wall }: KioskTimeRow, jumps: Parameters<KioskTimeStore['write']>[1]) => {
        database
          .prepare(
            `INSERT INTO kiosk_time (only_one, elapsed, boot, uptime, wall) VALUES (1, ?, ?, ?, ?)
             ON CONFLICT (only_one) DO UPDATE SET
               elapsed = excluded.elapsed, boot = excluded.boot, uptime = excluded.uptime, wall = excluded.wall`,
          )
          .run(elapsed, boot, uptime, wall);
        if (!isSetUp()) return;
        for (const { direction, minutes } of jumps) {
          owed.owe([{ kind: 'clock-moved', utc: wall, direction, minutes: roundFigure(minutes) }]);
        }
      },
    ),
  };
}
