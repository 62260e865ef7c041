import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import type { ChainLink, ChainPosition } from '../../../shared/ledger/chain.ts';
import type { Database } from '../database/open-database.ts';

const headRow = z.object({ sequence: z.number(), hash: bytes }).optional();
const ledgerRow = z.object({ sequence: z.number(), bytes, hash: bytes });
const ledgerRows = z.array(ledgerRow);
const pageRow = z.tuple([z.number(), bytes.nullable()]);

/** An index holds the first bytes of every entry; no two kinds share so many. */
export const INDEXED_BYTES = 13;

/** What SQLite takes for no limit. */
export const ALL_ROWS = -1;

/** How many rows are in memory at once when many are read. */
export const rowsAtOnce = 1_024;

/** Rows that follow one another, as they are hashed: for each one length byte, the entry, its hash. */
export interface LinkPage {
  readonly count: number;
  readonly links: Uint8Array;
}

/** Which rows are looked for: from `start` to before `end`. */
export interface RowsWanted {
  readonly start: number;
  readonly end: number;
  readonly most: number;
  /** What they begin with, 13 bytes at most; null: whatever. */
  readonly beginning: Uint8Array | null;
  /** What they hold one of; null: whatever. */
  readonly holding: readonly [Uint8Array, Uint8Array, Uint8Array] | null;
}

/** The statements on the entries, prepared once, what they answer parsed. */
export function ledgerRowsOf(database: Database) {
  const insert = database.prepare('INSERT INTO entries (sequence, entry, hash) VALUES (?, ?, ?)');
  const last = database.prepare('SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1');
  const one = database.prepare('SELECT sequence, entry AS bytes, hash FROM entries WHERE sequence = ?');
  const beginning = database
    .prepare('SELECT count(*) FROM entries WHERE substr(entry, 1, 13) >= ? AND substr(entry, 1, 13) < ?')
    .pluck();
  // A longer beginning: the index narrows it down to its first bytes, and of those rows each is looked at.
  const longBeginning = database
    .prepare(
      `SELECT count(*) FROM entries
        WHERE substr(entry, 1, 13) >= ? AND substr(entry, 1, 13) < ? AND substr(entry, 1, ?) = ?`,
    )
    .pluck();
  const ofBeginning = database.prepare(
    `SELECT sequence, entry AS bytes, hash FROM entries
      WHERE substr(entry, 1, 13) >= ? AND substr(entry, 1, 13) < ? AND substr(entry, 1, ?) = ? LIMIT ?`,
  );
  const least = database.prepare('SELECT min(sequence) FROM entries').pluck();
  const after = database.prepare(
    `SELECT sequence, entry AS bytes, hash FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ${rowsAtOnce}`,
  );
  // The plus keeps the index out of it: its rows come in another order, and all of a kind would have to be sorted.
  const newest = database.prepare(
    `SELECT sequence, entry AS bytes, hash FROM entries
      WHERE sequence >= ? AND sequence < ?
        AND +substr(entry, 1, 13) >= ? AND +substr(entry, 1, 13) < ?
        AND (? IS NULL OR instr(entry, ?) > 0 OR instr(entry, ?) > 0 OR instr(entry, ?) > 0)
      ORDER BY sequence DESC LIMIT ?`,
  );
  // Row by row a million entries take 1.8 s to cross over from SQLite; a thousand in one piece take 0.2 s.
  // char() is one byte below 128; a longer entry gives two, and the page does not check.
  const page = database
    .prepare(
      `SELECT count(*), CAST(group_concat(char(length(entry)) || entry || hash, '') AS BLOB)
        FROM entries WHERE sequence BETWEEN ? AND ?`,
    )
    .raw();
  return {
    insert(row: ChainLink): void {
      insert.run(row.sequence, row.bytes, row.hash);
    },
    last(): ChainPosition | undefined {
      return headRow.parse(last.get());
    },
    at(sequence: number): ChainLink | undefined {
      return ledgerRow.optional().parse(one.get(sequence));
    },
    /** How many entries begin with these bytes (13 at most). Reads the index alone: some microseconds. */
    countBeginning(start: Uint8Array): number {
      // No next byte is 0xff: it is a length, and those are below 128.
      return z.number().parse(beginning.get(start, Uint8Array.of(...start, 0xff)));
    },
    /** How many entries begin with these bytes, more than 13: as long as it takes to look at those that share the first 13. */
    countLongBeginning(start: Uint8Array): number {
      const first = start.subarray(0, INDEXED_BYTES);
      return z.number().parse(longBeginning.get(first, Uint8Array.of(...first, 0xff), start.length, start));
    },
    /** Rows that begin with these bytes, so many at most, in no order. Looks at those that share the first 13. */
    ofBeginning(start: Uint8Array, most: number): readonly ChainLink[] {
      const first = start.subarray(0, INDEXED_BYTES);
      return ledgerRows.parse(
        ofBeginning.all(first, Uint8Array.of(...first, 0xff), start.length, start, most),
      );
    },
    /** The last rows of those wanted, the newest first. 10 ms or so for 8,192 rows that are passed by. */
    newest({ start, end, most, beginning, holding }: RowsWanted): readonly ChainLink[] {
      const from = beginning ?? new Uint8Array();
      const [day, first, last] = holding ?? [null, null, null];
      const found = newest.all(start, end, from, Uint8Array.of(...from, 0xff), day, day, first, last, most);
      return ledgerRows.parse(found);
    },
    /** The least number that a row has; `null` without rows. */
    least(): number | null {
      return z.number().nullable().parse(least.get());
    },
    /** The rows with a number above `sequence`, up to and with `upTo`. */
    page(sequence: number, upTo: number): LinkPage {
      const [count, links] = pageRow.parse(page.get(sequence + 1, upTo));
      return { count, links: links ?? new Uint8Array() };
    },
    /** Every row after that one, in order. In pages: an open `iterate()` would make an append fail as busy. */
    *after(sequence: number): Generator<ChainLink, void> {
      let rows = ledgerRows.parse(after.all(sequence));
      while (rows.length > 0) {
        yield* rows;
        rows = ledgerRows.parse(after.all(rows.at(-1)?.sequence));
      }
    },
  };
}
export type LedgerRows = ReturnType<typeof ledgerRowsOf>;
