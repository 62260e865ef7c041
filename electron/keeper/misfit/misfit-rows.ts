import { z } from 'zod';
import { type Misfit, misfit } from '../../../shared/misfit/misfit.ts';
import { json } from '../database/json-column.ts';
import type { Database } from '../database/open-database.ts';

const row = z.object({ since: z.number().int(), what: json(misfit) });

/** What did not fit at a start, and when that was noticed. */
export type NotedMisfit = z.infer<typeof row>;

/** What did not fit at a start, until two supervisors let the kiosk go on: also where it fits again at the next one. */
export interface MisfitRows {
  all(): readonly NotedMisfit[];
  /** Notes them. One that is noted already keeps its moment. */
  note(found: readonly Misfit[], now: number): void;
  /** Within the transaction that has the ledger's entries. */
  clear(): void;
}

/** Those of one vault. */
export function misfitRowsOf(database: Database): MisfitRows {
  return {
    all: () =>
      z.array(row).parse(database.prepare('SELECT since, what FROM misfit ORDER BY since, kind').all()),
    note: database.transaction((found: readonly Misfit[], now: number) => {
      const insert = database.prepare(
        'INSERT INTO misfit (kind, since, what) VALUES (?, ?, ?) ON CONFLICT (kind) DO UPDATE SET what = excluded.what',
      );
      for (const each of found) insert.run(each.kind, now, JSON.stringify(each));
    }),
    clear() {
      database.prepare('DELETE FROM misfit').run();
    },
  };
}
