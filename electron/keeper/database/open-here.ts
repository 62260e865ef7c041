import type { BigIntStats } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** Open databases of this process, by the file's identity: two paths may lead to one file. */
const openHere = new Map<string, Database>();

function identityOf(file: BigIntStats): string {
  return `${file.dev}:${file.ino}`;
}

/**
 * Whether this process has the file open already. Must be asked before the file is read by any other way than
 * SQLite's: closing any descriptor of a file drops all POSIX locks of the process on it, and SQLite would not
 * notice (a second process then wrote, and its row vanished with "ok").
 */
export function isOpenHere(file: BigIntStats): boolean {
  return openHere.get(identityOf(file))?.open === true;
}

/** Remembers an open database until it is closed. */
export function rememberOpen(file: BigIntStats, database: Database): void {
  for (const [identity, known] of openHere) if (!known.open) openHere.delete(identity);
  openHere.set(identityOf(file), database);
}
