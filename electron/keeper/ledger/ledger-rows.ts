import { z } from 'zod';
import { dayNumber } from '../../../shared/ledger/day.ts';
import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Database } from '../database/open-database.ts';

const bytes = z.instanceof(Uint8Array);
const headRow = z.object({ sequence: z.number(), hash: bytes }).optional();
const entryRows = z.array(z.object({ entry: bytes }));
const ledgerRows = z.array(
  z.object({ sequence: z.number(), day: z.number().nullable(), bytes, hash: bytes }),
);

/** A row as it is stored. */
export interface LedgerRow {
  readonly sequence: number;
  /** Repeats the entry's day; `null` for entries with an exact time. */
  readonly day: number | null;
  /** The entry's canonical bytes. */
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
}

/** How many rows are in memory at once when all are read. */
const rowsAtOnce = 1_000;

/** What an entry's `day` column must hold. */
export function dayColumn(entry: LedgerEntry): number | null {
  return 'day' in entry ? dayNumber(entry.day) : null;
}

/** Whether a row's bytes are an entry, its `day` column agrees, and the ledger is opened first and only once. */
export function isSoundRow(row: LedgerRow): boolean {
  const decoded = decodeEntry(row.bytes);
  if (!decoded.ok) return false;
  const isFirst = row.sequence === 1;
  return row.day === dayColumn(decoded.value) && isFirst === (decoded.value.kind === 'opened');
}

/** The statements on the one table, prepared once, their rows parsed. */
export function ledgerRowsOf(database: Database) {
  const insert = database.prepare('INSERT INTO entries (sequence, day, entry, hash) VALUES (?, ?, ?, ?)');
  const last = database.prepare('SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1');
  const ofDay = database.prepare('SELECT entry FROM entries WHERE day = ?');
  const after = database.prepare(
    `SELECT sequence, day, entry AS bytes, hash FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ${rowsAtOnce}`,
  );
  return {
    insert(row: LedgerRow): void {
      insert.run(row.sequence, row.day, row.bytes, row.hash);
    },
    last() {
      return headRow.parse(last.get());
    },
    ofDay(day: number) {
      return entryRows.parse(ofDay.all(day));
    },
    /** Every row in order. In pages: an open `iterate()` would make an append fail as busy. */
    *all(): Generator<LedgerRow, void> {
      let page = ledgerRows.parse(after.all(Number.MIN_SAFE_INTEGER));
      while (page.length > 0) {
        yield* page;
        page = ledgerRows.parse(after.all(page.at(-1)?.sequence));
      }
    },
  };
}
