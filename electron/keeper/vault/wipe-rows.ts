import { randomBytes } from 'node:crypto';
import type { Outcome } from '../../../shared/application/lifecycle.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { type ApplicationId, type WipeId, wipeId } from '../../../shared/contract/ids.ts';
import type { EndedPart } from '../../../shared/contract/receipt.ts';
import type { Database } from '../database/open-database.ts';
import { type WipeRow, wipeRow } from './rows.ts';

/** The wipes under way: each step is recorded as done, and the row goes when the ledger has its entries. */
export interface WipeRows {
  insert(wipe: NewWipe): void;
  /** In the order in which they began. */
  all(): readonly WipeRow[];
  of(application: ApplicationId): WipeRow;
  /** Writes what is done and what was found, in one write: a step is never done without what it found. */
  update(wipe: WipeRow): void;
  /** Its ledger entries are owed: to be called in the transaction that owes them. */
  setConcluded(wipe: WipeId): void;
  remove(wipe: WipeId): void;
}

/** What a wipe is about when it begins. */
export interface NewWipe {
  readonly application: ApplicationId;
  readonly outcome: Outcome;
  readonly custody: CustodyKind;
  /** Cards printed for the application. */
  readonly attempts: number;
  readonly day: string;
}

const NOTHING_ENDED: EndedPart = { processesEnded: 0, foldersRemoved: 0 };

/** The wipe rows of one vault. */
export function createWipeRows(database: Database): WipeRows {
  return {
    insert({ application, outcome, custody, attempts, day }) {
      database
        .prepare(
          'INSERT INTO wipe (id, application, outcome, custody, attempts, day, done, search, spool, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(
          wipeId.parse(randomBytes(16).toString('hex')),
          application,
          outcome,
          custody,
          attempts,
          day,
          '[]',
          'null',
          'null',
          JSON.stringify(NOTHING_ENDED),
        );
    },
    all: () =>
      database
        .prepare('SELECT * FROM wipe ORDER BY rowid')
        .all()
        .map((row) => wipeRow.parse(row)),
    of: (application) =>
      wipeRow.parse(database.prepare('SELECT * FROM wipe WHERE application = ?').get(application)),
    update({ id, done, search, spool, ended }) {
      database
        .prepare('UPDATE wipe SET done = ?, search = ?, spool = ?, ended = ? WHERE id = ?')
        .run(JSON.stringify(done), JSON.stringify(search), JSON.stringify(spool), JSON.stringify(ended), id);
    },
    setConcluded(wipe) {
      database.prepare('UPDATE wipe SET concluded = 1 WHERE id = ?').run(wipe);
    },
    remove(wipe) {
      database.prepare('DELETE FROM wipe WHERE id = ?').run(wipe);
    },
  };
}
