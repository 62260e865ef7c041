import { randomBytes } from 'node:crypto';
import type { Outcome } from '../../../shared/application/lifecycle.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { EndingCount } from '../../../shared/contract/ending-count.ts';
import { type ApplicationId, applicationId, type WipeId, wipeId } from '../../../shared/contract/ids.ts';
import type { PrinterDriver } from '../../../shared/contract/printing/printer.ts';
import type { SpoolOutcome } from '../../../shared/contract/receipt.ts';
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
  /** By their random ids: the order in which they began is that in which people left. */
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
  /** What the last one was printed on. */
  readonly driver: PrinterDriver;
  /** What the ledger counts besides the outcome. */
  readonly counted: EndingCount | null;
  readonly day: string;
}

const SELECT = `
  SELECT wipe.*, application.id AS application
  FROM wipe LEFT JOIN application ON application.wipe = wipe.id`;

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

  const all = (): readonly WipeRow[] => database.prepare(`${SELECT} ORDER BY wipe.id`).all().map(read);

  /** So that the places in a page tell no order either. */
  const inNoOrder = (): void => rewriteRows(database, ['wipe']);

  const insert = database.transaction(
    ({ application, outcome, custody, driver, counted, day }: NewWipe): WipeId => {
      const id = wipeId.parse(randomBytes(16).toString('hex'));
      database
        .prepare(
          'INSERT INTO wipe (id, outcome, custody, driver, counted, day, done, search, spool, selections) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(id, outcome, custody, driver, JSON.stringify(counted), day, '[]', 'null', 'null', 'null');
      inNoOrder();
      database.prepare('UPDATE application SET wipe = ? WHERE id = ?').run(id, application);
      return id;
    },
  );

  return {
    insert(wipe) {
      forgetEnded();
      const id = insert(wipe);
      known.set(id, wipe.application);
      return id;
    },
    all,
    of(application) {
      const row = all().find((each) => each.application === application);
      if (row === undefined) throw new Error('the vault has no such wipe');
      return row;
    },
    update: database.transaction(({ id, ...wipe }: WipeRow) => {
      const { done, search, spool, selections } = wipe;
      database
        .prepare('UPDATE wipe SET done = ?, search = ?, spool = ?, selections = ? WHERE id = ?')
        .run(...[done, search, spool, selections].map((value) => JSON.stringify(value)), id);
      inNoOrder();
    }),
    setSpool(wipe, spool) {
      database.prepare('UPDATE wipe SET spool = ? WHERE id = ?').run(JSON.stringify(spool), wipe);
    },
    setCustody(wipe, custody) {
      database.prepare('UPDATE wipe SET custody = ? WHERE id = ?').run(custody, wipe);
    },
    remove: database.transaction((wipe: WipeId) => {
      database.prepare('DELETE FROM wipe WHERE id = ?').run(wipe);
      inNoOrder();
    }),
  };
}
