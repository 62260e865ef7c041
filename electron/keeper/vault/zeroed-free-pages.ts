import { z } from 'zod';
import { APPLICATION_BYTES } from '../../lib/file-systems/space-needs.ts';
import type { Database } from '../database/open-database.ts';
import { BYTES_A_PAGE } from '../database/settings.ts';

/** So many pages the file has in hand, so that it need not grow with every record. */
const ROOM_PAGES = 64;

/** What a row, its indexes and the next few small writes may take besides a large value. */
const SMALL_WRITES_PAGES = 16;

/** An application's record, in pages. */
const APPLICATION_PAGES = Math.ceil(APPLICATION_BYTES / BYTES_A_PAGE);

/**
 * Free room that the file must have before an application begins: its record, and once more the largest of its parts,
 * for SQLite writes one that is stored anew beside the old one.
 */
const LEAST_APPLICATIONS = 2;
/** How much is made where there is less: a little is taken by others, and not each of them makes room anew. */
const MADE_APPLICATIONS = 3;

const count = z.number().int().min(0);

function freePages(database: Database): number {
  return count.parse(database.pragma('freelist_count', { simple: true }));
}

/** Answers the row's number. */
function insertZeros(database: Database, pages: number): number | bigint {
  const insert = database.prepare('INSERT INTO room (zeros) VALUES (zeroblob(?))');
  return insert.run(pages * BYTES_A_PAGE).lastInsertRowid;
}

function removeZeros(database: Database): void {
  database.prepare('DELETE FROM room').run();
}

/**
 * Plants bytes in the one table that is always empty, for a search that must find them in the vault's pages, and in the
 * journal once they are removed. @throws SQLite's error where the disk does not take it; then nothing was planted.
 */
export function plantInRoom(database: Database, bytes: Uint8Array): void {
  database.prepare('INSERT INTO room (zeros) VALUES (?)').run(bytes);
}

/** Empties that table again. The journal then has what was planted: it is to be erased. */
export function emptyRoom(database: Database): void {
  removeZeros(database);
}

/** In one transaction, so that the pages are free again without having been in the journal. */
function fill(database: Database, pages: number): void {
  database.transaction(() => {
    insertZeros(database, pages);
    removeZeros(database);
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

/**
 * Makes room in file and journal for one more application and its wipe, while the disk has some. Deleting a record
 * overwrites its pages, and all of them pass through the journal: on a disk that has filled up meanwhile (by a log,
 * say) neither could grow, and what is open could not be erased. File and journal never shrink, so what was made once
 * stays.
 * @throws SQLite's error where the disk does not take it; the next call begins anew.
 */
export function makeRoomForApplication(database: Database): void {
  // Left by a call that found no room for the journal.
  removeZeros(database);
  if (freePages(database) >= LEAST_APPLICATIONS * APPLICATION_PAGES) return;
  database.transaction(() => {
    insertZeros(database, APPLICATION_PAGES);
    const rest = insertZeros(database, (MADE_APPLICATIONS - 1) * APPLICATION_PAGES);
    database.prepare('DELETE FROM room WHERE number = ?').run(rest);
  })();
  // The journal grows by this one, to one application and not to all of them.
  removeZeros(database);
}
