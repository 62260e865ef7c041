import { z } from 'zod';
import {
  type UnfinishedProduction,
  unfinishedProduction,
} from '../../../shared/contract/command/production.ts';
import type { Database } from '../database/open-database.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';

/** Productions that are entered in the ledger, and whose file is not known to be whole. None has a person, or a ticket. */
export interface UnfinishedProductions {
  /** The oldest first. */
  all(): readonly UnfinishedProduction[];
  /** In the transaction of its entry, before the first byte of the file. In the place of the same file, produced before. */
  begin(production: UnfinishedProduction): void;
  /** Its file and its manifest are whole, or a supervisor has read that they may not be. */
  remove(hash: string): void;
  /** Those whose entry was never followed by one that says so. */
  untold(): readonly UnfinishedProduction[];
  noteTold(hash: string): void;
}

const rows = z.array(unfinishedProduction);

/** Those kept in the vault's file. */
export function createUnfinishedProductions(database: Database): UnfinishedProductions {
  const select = 'SELECT package, file, utc FROM unfinished_production';
  // Every status asks for them.
  const selectAll = database.prepare(`${select} ORDER BY rowid`);
  return {
    all: () => rows.parse(selectAll.all()),
    begin({ package: hash, file, utc }) {
      database
        .prepare('INSERT OR REPLACE INTO unfinished_production (package, file, utc) VALUES (?, ?, ?)')
        .run(hash, file, utc);
    },
    remove(hash) {
      database.prepare('DELETE FROM unfinished_production WHERE package = ?').run(hash);
    },
    untold: () => rows.parse(database.prepare(`${select} WHERE told = 0 ORDER BY rowid`).all()),
    noteTold(hash) {
      database.prepare('UPDATE unfinished_production SET told = 1 WHERE package = ?').run(hash);
    },
  };
}

/** What telling of them needs of the kiosk. */
export interface UnfinishedPort {
  readonly unfinishedProductions: UnfinishedProductions;
  readonly outbox: EntryRecorder;
}

/**
 * Tells the ledger of each that it was not told of: of one that has failed, and after a restart of one that the keeper did
 * not live to finish.
 */
export function tellUnfinished({ unfinishedProductions, outbox }: UnfinishedPort): void {
  const untold = unfinishedProductions.untold();
  if (untold.length === 0) return;
  outbox.record(({ utc }) =>
    untold.map(({ package: hash }) => {
      unfinishedProductions.noteTold(hash);
      return { kind: 'production-unfinished', utc, package: hash };
    }),
  );
}
