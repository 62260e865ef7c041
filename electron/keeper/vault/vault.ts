import { z } from 'zod';
import { NEW_APPLICATION, type ReachedState, stateText } from '../../../shared/application/lifecycle.ts';
import { bytes } from '../../../shared/contract/bytes.ts';
import {
  type ApplicationId,
  type JobId,
  type PolicyHash,
  policyHash,
  type Ticket,
  ticket,
  type WipeId,
} from '../../../shared/contract/ids.ts';
import type { SealedColumn } from '../../../shared/contract/keeper.ts';
import type { PrintEnding, PrintStage } from '../../../shared/contract/printer.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type EraseJournal, journalEraser } from '../database/erase-journal.ts';
import { type Database, type OpenFailure, openDatabase } from '../database/open-database.ts';
import { type KioskRow, kioskRowOf } from '../kiosk/kiosk-row.ts';
import { rewriteRows } from './rewrite-rows.ts';
import { makeRoomFor } from './room.ts';
import {
  type ApplicationRow,
  type OpenApplicationRow,
  openApplicationRow,
  storedApplication,
} from './rows.ts';
import { vaultSchema } from './schema.ts';
import { createSealedParts } from './sealed-parts.ts';
import { createWipeRows, type NewWipe, type WipeRows } from './wipe-rows.ts';

/** An application that has ended, and whose wipe begins. */
export type WipingState = Extract<ReachedState, { kind: 'wiping' }>;

/** What a wipe has to know that the record does not say. */
type AboutWipe = Pick<NewWipe, 'custody' | 'driver' | 'day'>;

/** The open applications and the wipes under way. The keeper alone has one. */
export interface Vault {
  readonly database: Database;
  readonly kiosk: KioskRow;
  readonly wipes: WipeRows;
  readonly eraseJournal: EraseJournal;
  /** `now`: epoch milliseconds; `elapsed`: kiosk time in milliseconds. Both are kept to the minute. */
  create(beginning: {
    readonly id: ApplicationId;
    readonly day: string;
    readonly now: number;
    readonly elapsed: number;
    readonly policy: PolicyHash;
  }): ApplicationRow;
  find(application: ApplicationId): ApplicationRow | null;
  /** Among the open applications a ticket is unique, whatever day they began. */
  findByTicket(which: Ticket): ApplicationRow | null;
  open(): readonly OpenApplicationRow[];
  /** The days on which applications began, of those that are being wiped as well. */
  days(): readonly string[];
  /**
   * Gives applications from before policies were kept this one, and answers which ones all applications began under.
   */
  pinPolicies(inForce: PolicyHash): readonly PolicyHash[];
  store(application: ApplicationId, column: SealedColumn, sealed: Uint8Array | null): void;
  setState(application: ApplicationId, state: ReachedState): void;
  /** Sealed: of what its card is found by after a restart. */
  setLookUp(application: ApplicationId, sealed: Uint8Array): void;
  beginJob(application: ApplicationId, job: JobId): void;
  /** How far its card is; with `ending` how the print ended, which a new stage without one takes back. */
  setStage(application: ApplicationId, stage: PrintStage | null, ending?: PrintEnding | null): void;
  addMade(application: ApplicationId, sealed: Uint8Array): void;
  made(application: ApplicationId): readonly Uint8Array[];
  /** In one transaction: the state `wiping` and the wipe row. From here on a crash continues the wipe. */
  beginWipe(application: ApplicationId, wiping: WipingState, about: AboutWipe): WipeId;
  /** Deletes the record and all that was made of it. Durable when it returns (`synchronous=FULL`). */
  remove(application: ApplicationId): void;
}

const made = z.object({ sealed: bytes });
const numbered = z.object({ number: z.number().int() });

/** Opens (or creates) the vault file. A foreign or damaged file is refused and left as it is. */
export function openVault(path: string): Result<Vault, OpenFailure> {
  const opened = openDatabase({ path, schema: vaultSchema });
  return opened.ok ? ok(createVault(opened.value)) : opened;
}

function createVault(database: Database): Vault {
  const kiosk = kioskRowOf(database);
  const wipes = createWipeRows(database);
  const parts = createSealedParts(database);
  const withParts = (row: unknown): ApplicationRow | null => {
    if (row === undefined) return null;
    const stored = storedApplication.parse(row);
    return { ...stored, ...parts.of(numbered.parse(row).number) };
  };
  const find = (application: ApplicationId): ApplicationRow | null =>
    withParts(database.prepare('SELECT * FROM application WHERE id = ?').get(application));
  const one = (changes: number): void => {
    if (changes !== 1) throw new Error('the vault has no such application');
  };
  const numberThere = (application: ApplicationId): number | null => {
    const row = database.prepare('SELECT number FROM application WHERE id = ?').get(application);
    return row === undefined ? null : numbered.parse(row).number;
  };
  const numberOf = (application: ApplicationId): number => {
    const number = numberThere(application);
    if (number === null) throw new Error('the vault has no such application');
    return number;
  };
  const setState = (application: ApplicationId, state: ReachedState): void =>
    one(
      database.prepare('UPDATE application SET state = ? WHERE id = ?').run(stateText(state), application)
        .changes,
    );
  const create = database.transaction(({ id, day, now, elapsed, policy }: Parameters<Vault['create']>[0]) => {
    const row = {
      id,
      ticket: nextTicket(database, kiosk, day),
      day,
      // To the minute: enough for an age, useless beside a camera's clock.
      began: now - (now % 60_000),
      elapsed: elapsed - (elapsed % 60_000),
      state: stateText(NEW_APPLICATION),
      policy,
    };
    database
      .prepare(
        'INSERT INTO application (id, ticket, day, began, began_elapsed, state, policy) VALUES (@id, @ticket, @day, @began, @elapsed, @state, @policy)',
      )
      .run(row);
    const created = find(id);
    if (created === null) throw new Error('the new application is not in the vault');
    return created;
  });

  return {
    database,
    kiosk,
    wipes,
    eraseJournal: journalEraser(database),
    find,
    create(beginning) {
      makeRoomFor(database, 0);
      return create(beginning);
    },
    findByTicket(which) {
      return withParts(
        database
          .prepare("SELECT * FROM application WHERE ticket = ? AND state NOT LIKE 'wiping%'")
          .get(which),
      );
    },
    open: () =>
      z
        .array(openApplicationRow)
        .parse(
          database
            .prepare(
              "SELECT id, ticket, began, began_elapsed, state, policy, job, stage FROM application WHERE state NOT LIKE 'wiping%' ORDER BY day, ticket",
            )
            .all(),
        ),
    days: () =>
      z.array(z.string()).parse(database.prepare('SELECT DISTINCT day FROM application').pluck().all()),
    pinPolicies(inForce) {
      database.prepare("UPDATE application SET policy = ? WHERE policy = ''").run(inForce);
      return z
        .array(policyHash)
        .parse(database.prepare('SELECT DISTINCT policy FROM application').pluck().all());
    },
    store(application, column, sealed) {
      makeRoomFor(database, sealed?.byteLength ?? 0);
      const number = numberOf(application);
      if (sealed === null) parts.remove(number, column);
      else parts.store(number, column, sealed);
    },
    setState,
    setLookUp: (application, sealed) =>
      one(
        database.prepare('UPDATE application SET look_up = ? WHERE id = ?').run(sealed, application).changes,
      ),
    beginJob: database.transaction((application: ApplicationId, job: JobId) => {
      one(
        database
          .prepare(
            "UPDATE application SET job = ?, attempts = attempts + 1, stage = 'waiting', ending = NULL WHERE id = ?",
          )
          .run(job, application).changes,
      );
      parts.remove(numberOf(application), 'tray');
    }),
    setStage: (application, stage, ending = null) =>
      one(
        database
          .prepare('UPDATE application SET stage = ?, ending = ? WHERE id = ?')
          .run(stage, ending === null ? null : JSON.stringify(ending), application).changes,
      ),
    addMade(application, sealed) {
      makeRoomFor(database, sealed.byteLength);
      database
        .prepare('INSERT INTO made_of_applicant (application, sealed) VALUES (?, ?)')
        .run(numberOf(application), sealed);
    },
    made: (application) =>
      z
        .array(made)
        .parse(
          database
            .prepare(
              'SELECT sealed FROM made_of_applicant WHERE application = (SELECT number FROM application WHERE id = ?)',
            )
            .all(application),
        )
        .map((row) => row.sealed),
    beginWipe: database.transaction((application: ApplicationId, wiping: WipingState, about: AboutWipe) => {
      setState(application, wiping);
      const attempts = database.prepare('SELECT attempts FROM application WHERE id = ?').pluck();
      return wipes.insert({
        application,
        outcome: wiping.outcome,
        attempts: z.number().parse(attempts.get(application)),
        ...about,
      });
    }),
    remove: database.transaction((application: ApplicationId) => {
      const number = numberThere(application);
      if (number === null) return;
      parts.removeAll(number);
      database.prepare('DELETE FROM made_of_applicant WHERE application = ?').run(number);
      database.prepare('DELETE FROM application WHERE number = ?').run(number);
      rewriteRows(database, ['application', 'print_job', 'held']);
    }),
  };
}

/**
 * Tickets count from 1 every day and leave out those of applications that stayed open over midnight. Runs
 * inside the transaction that creates the application.
 */
function nextTicket(database: Database, kiosk: KioskRow, day: string): Ticket {
  const last = kiosk.lastTicket();
  const taken = database.prepare('SELECT 1 FROM application WHERE ticket = ?');
  let next = last.day === day ? last.number + 1 : 1;
  while (taken.get(next) !== undefined) next += 1;
  kiosk.setLastTicket(day, next);
  return ticket.parse(next);
}
