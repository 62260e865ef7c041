import { z } from 'zod';
import type { Database } from '../database/open-database.ts';

/**
 * Tables of whose rows nothing may be left: ids, names of jobs, how an erasure ended, device keys under old passphrases, a key in
 * clear; and those of which no order may be left. All are small.
 */
type RewrittenTable = 'application' | 'print_job' | 'held' | 'staff' | 'kiosk' | 'wipe' | 'resting';

/**
 * Writes the rows of these tables anew, into pages that are zeros before. SQLite moves rows between pages as others come
 * and go, and leaves the old copies in the gaps of a page, also with `secure_delete`, which overwrites only what is
 * deleted (measured: the id of an erased application stood in the gap of a page that other rows still used). A table
 * that is emptied as a whole is overwritten page by page. For the transaction that deletes or changes
 * rows of them.
 */
export function rewriteRows(database: Database, tables: readonly RewrittenTable[]): void {
  for (const table of tables) {
    const rows = z.array(z.array(z.unknown())).parse(database.prepare(`SELECT * FROM ${table}`).raw().all());
    // Without a condition, on a table that no other refers to and without a trigger: its pages are cleared, not its rows.
    database.prepare(`DELETE FROM ${table}`).run();
    const places = (rows[0] ?? []).map(() => '?').join();
    for (const row of rows) database.prepare(`INSERT INTO ${table} VALUES (${places})`).run(...row);
  }
}
