import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import type { Database } from '../database/open-database.ts';
import { type Suspension, type SuspensionSource, suspensionSchema } from './suspension.ts';

/** The suspensions of intake in the vault, and the newest order that this kiosk has. */
export interface SuspensionRows {
  /** The programme's order first. */
  all(): readonly Suspension[];
  /** In the place of the one of this source, if there is one. */
  put(suspension: Suspension): void;
  remove(source: SuspensionSource): void;
  /** Its number; 0: this kiosk has had none yet. */
  newestOrder(): number;
  noteOrder(serial: number): void;
}

const moment = z.number().int().nullable();

const planned = (wall: number | null, elapsed: number | null) =>
  wall === null || elapsed === null ? null : { wall, elapsed };

const suspensionRow = z
  .object({
    source: z.string(),
    set_by: z.string(),
    decided: z.number().int(),
    serial: z.number().int().nullable(),
    open: z.string(),
    notice: bytes,
    since: moment,
    begins: moment,
    begins_elapsed: moment,
    ends: moment,
    ends_elapsed: moment,
  })
  .transform((row): unknown => ({
    source: row.source,
    setBy: row.set_by,
    decided: row.decided,
    serial: row.serial,
    open: row.open,
    notice: JSON.parse(inflateRawSync(row.notice).toString('utf8')),
    since: row.since,
    begins: planned(row.begins, row.begins_elapsed),
    ends: planned(row.ends, row.ends_elapsed),
  }))
  .pipe(suspensionSchema);

/** Those kept in the vault's file. */
export function createSuspensionRows(database: Database): SuspensionRows {
  return {
    all: () =>
      z.array(suspensionRow).parse(database.prepare('SELECT * FROM suspension ORDER BY source').all()),
    put({ source, setBy, decided, serial, open, notice, since, begins, ends }) {
      database
        .prepare(
          `INSERT OR REPLACE INTO suspension
            (source, set_by, decided, serial, open, notice, since, begins, begins_elapsed, ends, ends_elapsed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          ...[source, setBy, decided, serial, open, deflateRawSync(JSON.stringify(notice)), since],
          ...[begins?.wall ?? null, begins?.elapsed ?? null, ends?.wall ?? null, ends?.elapsed ?? null],
        );
    },
    remove(source) {
      database.prepare('DELETE FROM suspension WHERE source = ?').run(source);
    },
    newestOrder() {
      const serial = database.prepare('SELECT serial FROM newest_order').pluck().get();
      return z
        .number()
        .int()
        .parse(serial ?? 0);
    },
    noteOrder(serial) {
      database.prepare('INSERT OR REPLACE INTO newest_order (only_one, serial) VALUES (1, ?)').run(serial);
    },
  };
}
