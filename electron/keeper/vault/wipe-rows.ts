import { randomBytes } from 'node:crypto';
import type { Outcome } from '../../../shared/application/lifecycle.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { type ApplicationId, type WipeId, wipeId } from '../../../shared/contract/ids.ts';
import type { EndedPart, SearchReport, SpoolOutcome } from '../../../shared/contract/receipt.ts';
import type { WipeStep } from '../../../shared/contract/refusals.ts';
import type { Database } from '../database/open-database.ts';
import { type WipeRow, wipeRow } from './rows.ts';

/** The wipes under way: each step is recorded as done, and the row goes when the ledger has its entries. */
export interface WipeRows {
  insert(wipe: NewWipe): void;
  /** In the order in which they began. */
  all(): readonly WipeRow[];
  of(application: ApplicationId): WipeRow;
  setDone(wipe: WipeId, done: readonly WipeStep[]): void;
  setSearch(wipe: WipeId, search: SearchReport): void;
  setSpool(wipe: WipeId, spool: SpoolOutcome): void;
  setEnded(wipe: WipeId, ended: EndedPart): void;
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
    setDone(wipe, done) {
      database.prepare('UPDATE wipe SET done = ? WHERE id = ?').run(JSON.stringify(done), wipe);
    },
    setSearch(wipe, search) {
      database.prepare('UPDATE wipe SET search = ? WHERE id = ?').run(JSON.stringify(search), wipe);
    },
    setSpool(wipe, spool) {
      database.prepare('UPDATE wipe SET spool = ? WHERE id = ?').run(JSON.stringify(spool), wipe);
    },
    setEnded(wipe, ended) {
      database.prepare('UPDATE wipe SET ended = ? WHERE id = ?').run(JSON.stringify(ended), wipe);
    },
    setConcluded(wipe) {
      database.prepare('UPDATE wipe SET concluded = 1 WHERE id = ?').run(wipe);
    },
    remove(wipe) {
      database.prepare('DELETE FROM wipe WHERE id = ?').run(wipe);
    },
  };
}
