import type { Database } from 'better-sqlite3';

/** What an overflow page of 4 KiB holds besides its pointer to the next one. */
export const BYTES_A_PAGE = 4092;

/** One pragma: how it is set, and what SQLite must answer when asked again. */
interface Setting {
  readonly pragma: string;
  readonly value: string;
  readonly readBack: string | number;
}

/**
 * Pragmas belong to the connection, not to the file: a second connection at defaults left an applicant's
 * values in the file and unlinked the journal. That is why one function opens databases.
 */
const settings: readonly Setting[] = [
  // First, so that the first lock taken is already the lasting one. The keeper is the only opener: anybody
  // else, even a reader, must fail at once instead of reading half a transaction. The kernel drops the lock with
  // the process, so a new keeper after SIGKILL gets in.
  { pragma: 'locking_mode', value: 'EXCLUSIVE', readBack: 'exclusive' },
  // The journal keeps its blocks and is overwritten in place. DELETE and TRUNCATE free them, where old pages
  // stay readable on the raw disk (25,000 hits against 494), and DELETE lost live records at a power cut;
  // MEMORY corrupts the file when killed; WAL keeps old pages in a second file.
  { pragma: 'journal_mode', value: 'PERSIST', readBack: 'persist' },
  // Only read back: it is the library's default, and room and erasures count in it.
  { pragma: 'page_size', value: '4096', readBack: 4096 },
  // -1: never shorten the journal, for the same reason: shortening frees blocks with old pages in them.
  { pragma: 'journal_size_limit', value: '-1', readBack: -1 },
  // What was answered as done is on the disk: an erased key must not come back after a power cut.
  { pragma: 'synchronous', value: 'FULL', readBack: 2 },
  // Deleted rows and freed pages are overwritten with zeros. This build's default is off.
  { pragma: 'secure_delete', value: 'ON', readBack: 1 },
  // Sorting and statement journals never become files of which nobody knows.
  { pragma: 'temp_store', value: 'MEMORY', readBack: 2 },
  // Off by default in SQLite itself: our references must not depend on how the library was built.
  { pragma: 'foreign_keys', value: 'ON', readBack: 1 },
  // Without it REPLACE deletes rows without firing their delete triggers, so append-only tables are not.
  { pragma: 'recursive_triggers', value: 'ON', readBack: 1 },
  // A file that somebody else prepared must not run functions through its own views and triggers.
  { pragma: 'trusted_schema', value: 'OFF', readBack: 0 },
  // Damaged pages are noticed when they are read, not when they have already been used.
  { pragma: 'cell_size_check', value: 'ON', readBack: 1 },
  // A mapped file could be read past a truncation (SIGBUS kills the keeper), and maps outlive the query.
  { pragma: 'mmap_size', value: '0', readBack: 0 },
];

/** Sets every pragma and reads each back. A pragma that did not take is a bug: SQLite ignores them silently. */
export function applySettings(database: Database): void {
  for (const { pragma, value } of settings) database.pragma(`${pragma}=${value}`);
  for (const { pragma, value, readBack } of settings) {
    const found = database.pragma(pragma, { simple: true });
    if (found !== readBack) throw new Error(`pragma ${pragma}=${value} did not take: ${String(found)}`);
  }
}
