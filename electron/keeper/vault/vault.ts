import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import type { SealedColumn } from '../../../shared/contract/application/application-snapshot.ts';
import {
  type ApplicationId,
  type JobId,
  type Ticket,
  ticket,
  type WipeId,
} from '../../../shared/contract/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type EraseJournal, journalEraser } from '../database/erase-journal.ts';
import {
  abandonDatabase,
  aheadIn,
  type Database,
  finishDatabase,
  type OpenFailure,
  prepareDatabase,
} from '../database/open-database.ts';
import { type KioskRow, kioskRowOf } from '../kiosk/kiosk-row.ts';
import {
  type ApplicationRows,
  type Beginning,
  createApplicationRows,
  type NumberedApplication,
} from './application-rows.ts';
import { createMadeRows } from './made-rows.ts';
import { rewriteRows } from './rewrite-rows.ts';
import type { ApplicationRow, StoredApplication } from './rows.ts';
import { vaultSchema } from './schema.ts';
import { createSealedParts } from './sealed-parts.ts';
import { createWipeRows, type NewWipe, type WipeRows } from './wipe-rows.ts';
import { makeRoomFor } from './zeroed-free-pages.ts';

/** An application that has ended, and whose wipe begins. */
export type WipingState = Extract<ReachedState, { kind: 'wiping' }>;

/** What a wipe has to know that the record does not say. */
export type AboutWipe = Pick<NewWipe, 'custody' | 'driver' | 'counted' | 'day'>;

/** What the vault has of an application besides what is sealed in other rows. */
type OwnRows = Pick<
  ApplicationRows,
  | 'open'
  | 'openIds'
  | 'sealedIds'
  | 'allIds'
  | 'days'
  | 'pinPolicies'
  | 'setState'
  | 'setLookUp'
  | 'setStage'
  | 'setUnsent'
>;

/** Reads applications, open or being wiped. */
export interface ApplicationReader {
  find(application: ApplicationId): ApplicationRow | null;
  /** Its own row, without what lies sealed in others: photo and tray are most of an application. */
  stored(application: ApplicationId): StoredApplication | null;
}

/** The open applications and the wipes under way. The keeper alone has one. */
export interface Vault extends OwnRows, ApplicationReader {
  readonly database: Database;
  readonly kiosk: KioskRow;
  readonly wipes: WipeRows;
  readonly eraseJournal: EraseJournal;
  create(beginning: Beginning): ApplicationRow;
  /** Whether anything is stored of an application besides its own row. Also of a migrated vault before its policies are pinned. */
  hasContent(application: ApplicationId): boolean;
  /** Among the open applications a ticket is unique, whatever day they began. */
  findByTicket(which: Ticket): ApplicationRow | null;
  /**
   * Does several writes in one transaction. `bytes`: how many of sealed parts they store, for which there must be room
   * before it begins.
   */
  together(bytes: number, writes: () => void): void;
  store(application: ApplicationId, column: SealedColumn, sealed: Uint8Array | null): void;
  beginJob(application: ApplicationId, job: JobId): void;
  addMade(application: ApplicationId, sealed: Uint8Array): void;
  made(application: ApplicationId): readonly Uint8Array[];
  /** In one transaction: the state `wiping` and the wipe row. From here on a crash continues the wipe. */
  beginWipe(application: ApplicationId, wiping: WipingState, about: AboutWipe): WipeId;
  /** Deletes the record and all that was made of it. Durable when it returns (`synchronous=FULL`). */
  remove(application: ApplicationId): void;
}

/** A vault whose file is open, and of an older version until it is finished. */
export interface PreparedVault {
  /** What it will hold, to be read only. */
  readonly ahead: Vault;
  finish(): Result<Vault, OpenFailure>;
  /** Closes it. An older file is as it was. */
  abandon(): void;
}

/** Opens (or creates) the vault file. A foreign or damaged file is refused and left as it is. */
export function prepareVault(path: string): Result<PreparedVault, OpenFailure> {
  const prepared = prepareDatabase({ path, schema: vaultSchema });
  if (!prepared.ok) return prepared;
  return ok({
    ahead: createVault(aheadIn(prepared.value)),
    finish() {
      const finished = finishDatabase(prepared.value);
      return finished.ok ? ok(createVault(finished.value)) : finished;
    },
    abandon: () => abandonDatabase(prepared.value),
  });
}

function createVault(database: Database): Vault {
  const kiosk = kioskRowOf(database);
  const wipes = createWipeRows(database);
  const rows = createApplicationRows(database);
  const parts = createSealedParts(database);
  const made = createMadeRows(database);
  const withParts = (row: NumberedApplication | null): ApplicationRow | null =>
    row === null ? null : { ...row.stored, ...parts.of(row.number) };
  const find = (application: ApplicationId): ApplicationRow | null => withParts(rows.find(application));
  const numberOf = (application: ApplicationId): number => {
    const number = rows.numberOf(application);
    if (number === null) throw new Error('the vault has no such application');
    return number;
  };
  const create = database.transaction((beginning: Beginning) => {
    rows.insert({ ...beginning, ticket: nextTicket(rows, kiosk, beginning.day) });
    kiosk.advance();
    const created = find(beginning.id);
    if (created === null) throw new Error('the new application is not in the vault');
    return created;
  });

  return {
    database,
    kiosk,
    wipes,
    eraseJournal: journalEraser(database),
    find,
    stored: (application) => rows.find(application)?.stored ?? null,
    create(beginning) {
      makeRoomFor(database, 0);
      return create(beginning);
    },
    hasContent(application) {
      const number = rows.numberOf(application);
      return number !== null && Object.values(parts.of(number)).some((part) => part !== null);
    },
    open: rows.open,
    openIds: rows.openIds,
    sealedIds: rows.sealedIds,
    allIds: rows.allIds,
    days: rows.days,
    pinPolicies: rows.pinPolicies,
    setState: rows.setState,
    setLookUp: rows.setLookUp,
    setStage: rows.setStage,
    setUnsent: rows.setUnsent,
    together(bytes, writes) {
      makeRoomFor(database, bytes);
      database.transaction(writes)();
    },
    findByTicket: (which) => withParts(rows.findByTicket(which)),
    store(application, column, sealed) {
      makeRoomFor(database, sealed?.byteLength ?? 0);
      const number = numberOf(application);
      if (sealed === null) parts.remove(number, column);
      else parts.store(number, column, sealed);
    },
    beginJob: database.transaction((application: ApplicationId, job: JobId) => {
      rows.setJob(application, job);
      parts.remove(numberOf(application), 'tray');
    }),
    addMade(application, sealed) {
      makeRoomFor(database, sealed.byteLength);
      made.add(numberOf(application), sealed);
    },
    made(application) {
      const number = rows.numberOf(application);
      return number === null ? [] : made.of(number);
    },
    beginWipe: database.transaction((application: ApplicationId, wiping: WipingState, about: AboutWipe) => {
      rows.setState(application, wiping);
      kiosk.advance();
      return wipes.insert({
        application,
        outcome: wiping.outcome,
        ...about,
      });
    }),
    remove: database.transaction((application: ApplicationId) => {
      const number = rows.numberOf(application);
      if (number === null) return;
      parts.removeAll(number);
      made.removeAll(number);
      rows.remove(number);
      kiosk.advance();
      rewriteRows(database, ['application', 'print_job', 'held']);
    }),
  };
}

/**
 * Tickets count from 1 every day and leave out those of applications that stayed open over midnight. Runs
 * inside the transaction that creates the application.
 */
function nextTicket(rows: ApplicationRows, kiosk: KioskRow, day: string): Ticket {
  const last = kiosk.lastTicket();
  let next = last.day === day ? last.number + 1 : 1;
  while (rows.isTaken(next)) next += 1;
  kiosk.setLastTicket(day, next);
  return ticket.parse(next);
}
