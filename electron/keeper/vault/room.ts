import { z } from 'zod';
import type { Database } from '../database/open-database.ts';

/** So many pages the file has in hand, so that it need not grow with every record. */
const ROOM_PAGES = 64;

/** What a row, its indexes and the next few small writes may take besides a large value. */
const SMALL_WRITES_PAGES = 16;

/** What an overflow page of 4 KiB holds besides its pointer to the next one. */
const BYTES_A_PAGE = 4092;

const count = z.number().int().min(0);

function freePages(database: Database): number {
  return count.parse(database.pragma('freelist_count', { simple: true }));
}

function fill(database: Database, pages: number): void {
  database.transaction(() => {
    database.prepare('INSERT INTO room (zeros) VALUES (zeroblob(?))').run(pages * BYTES_A_PAGE);
    database.prepare('DELETE FROM room').run();
  })();
}

/**
 * Fills every free page of the vault with zeros: SQLite keeps no old copy of a free page that it uses again, so where
 * a crash rolls back, the pages that the transaction had begun to use stay as it had filled them, with a row of
 * somebody perhaps. For each start.
 * @throws the database's error; then nothing has changed.
 */
export function fillFreePages(database: Database): void {
  fill(database, Math.max(ROOM_PAGES, freePages(database)));
}

/**
 * Sees to it that the file does not grow in the transaction that writes so many bytes: where a crash rolls that back,
 * what the file had grown by is cut off again, and stays readable on the bare disk, in blocks of no file (measured).
 * It grows here, in a transaction of its own, in which all that could be cut off is zeros. Nothing to do inside a
 * transaction: it would be no other than that one.
 */
export function makeRoomFor(database: Database, bytes: number): void {
  if (database.inTransaction) return;
  const needed = Math.ceil(bytes / BYTES_A_PAGE) + SMALL_WRITES_PAGES;
  if (freePages(database) < needed) fill(database, needed + ROOM_PAGES);
}
