import { randomBytes } from 'node:crypto';
import type { Outcome } from '../../../shared/application/lifecycle.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { EndingCount } from '../../../shared/contract/ending-count.ts';
import { type ApplicationId, applicationId, type WipeId, wipeId } from '../../../shared/contract/ids.ts';
import type { PrinterDriver } from '../../../shared/contract/printing/printer.ts';
import type { EndedPart, SpoolOutcome } from '../../../shared/contract/receipt.ts';
import type { Database } from '../database/open-database.ts';
import { rewriteRows } from './rewrite-rows.ts';
import { storedWipe, type WipeRow } from './rows.ts';

/**
 * The wipes under way: each step is recorded as done, and the row goes with the transaction that has its ledger entries.
 *
 * No row names its application: that would stay in the file while the wipe looks for it there. The application's
 * id is kept in this process's memory until another wipe begins after its own has ended: a row may come back as long as
 * the transaction that removes it has not been committed. A keeper that was started anew, with the
 * record gone already, calls the application by the id of its wipe: nothing that is left knows another one.
 */
export interface WipeRows {
  insert(wipe: NewWipe): WipeId;
  /** In the order in which they began. */
  all(): readonly WipeRow[];
  of(application: ApplicationId): WipeRow;
  /** Writes what is done and what was found, in one write: a step is never done without what it found. */
  update(wipe: WipeRow): void;
  /** What the printers' side kept, in the transaction in which its jobs go. */
  setSpool(wipe: WipeId, spool: SpoolOutcome): void;
  /** A legal hold moves its key. */
  setCustody(wipe: WipeId, custody: CustodyKind): void;
  /** In the transaction that has its ledger entries. */
  remove(wipe: WipeId): void;
}

/** What a wipe is about when it begins. */
export interface NewWipe {
  readonly application: ApplicationId;
  readonly outcome: Outcome;
  readonly custody: CustodyKind;
  /** Cards printed for the application. */
  readonly attempts: number;
  /** What the last one was printed on. */
  readonly driver: PrinterDriver;
  /** What the ledger counts besides the outcome. */
  readonly counted: EndingCount | null;
  readonly day: string;
}

const SELECT = `
  SELECT wipe.*, application.id AS application
  FROM wipe LEFT JOIN application ON application.wipe = wipe.id`;

const NOTHING_ENDED: EndedPart = { processesEnded: 0, foldersRemoved: 0 };

/** The wipe rows of one vault. */
export function createWipeRows(database: Database): WipeRows {
  const known = new Map<WipeId, ApplicationId>();

  function read(row: unknown): WipeRow {
    const stored = storedWipe.parse(row);
    if (stored.application !== null) known.set(stored.id, stored.application);
    return { ...stored, application: known.get(stored.id) ?? applicationId.parse(stored.id) };
  }

  /** Names of wipes that have ended. */
  function forgetEnded(): void {
    const open = new Set(all().map(({ id }) => id));
    for (const id of known.keys()) if (!open.has(id)) known.delete(id);
  }

  const all = (): readonly WipeRow[] => database.prepare(`${SELECT} ORDER BY wipe.rowid`).all().map(read);

  return {
    insert({ application, outcome, custody, attempts, driver, counted, day }) {
      forgetEnded();
      const id = wipeId.parse(randomBytes(16).toString('hex'));
      database
        .prepare(
          'INSERT INTO wipe (id, outcome, custody, attempts, driver, counted, day, done, search, spool, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(
          id,
          outcome,
          custody,
          attempts,
          driver,
          JSON.stringify(counted),
          day,
          '[]',
          'null',
          'null',
          JSON.stringify(NOTHING_ENDED),
        );
      database.prepare('UPDATE application SET wipe = ? WHERE id = ?').run(id, application);
      known.set(id, application);
      return id;
    },
    all,
    of(application) {
      const row = all().find((each) => each.application === application);
      if (row === undefined) throw new Error('the vault has no such wipe');
      return row;
    },
    update({ id, done, search, spool, ended }) {
      database
        .prepare('UPDATE wipe SET done = ?, search = ?, spool = ?, ended = ? WHERE id = ?')
        .run(JSON.stringify(done), JSON.stringify(search), JSON.stringify(spool), JSON.stringify(ended), id);
    },
    setSpool(wipe, spool) {
      database.prepare('UPDATE wipe SET spool = ? WHERE id = ?').run(JSON.stringify(spool), wipe);
    },
    setCustody(wipe, custody) {
      database.prepare('UPDATE wipe SET custody = ? WHERE id = ?').run(custody, wipe);
    },
    remove: database.transaction((wipe: WipeId) => {
      database.prepare('DELETE FROM wipe WHERE id = ?').run(wipe);
      rewriteRows(database, ['wipe']);
    }),
  };
}
