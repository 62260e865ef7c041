import { z } from 'zod';
import { NEW_APPLICATION, type ReachedState, stateText } from '../../../shared/application/lifecycle.ts';
import {
  type ApplicationId,
  applicationId,
  type JobId,
  type PolicyHash,
  policyHash,
  type Ticket,
} from '../../../shared/contract/ids.ts';
import type { PrintEnding, PrintStage } from '../../../shared/contract/printing/printer.ts';
import type { Database } from '../database/open-database.ts';
import {
  type OpenApplicationRow,
  openApplicationRow,
  type StoredApplication,
  storedApplication,
} from './rows.ts';

/**
 * How an application begins. `now`: epoch milliseconds; `elapsed`: kiosk time in milliseconds. Both are kept to the
 * minute.
 */
export interface Beginning {
  readonly id: ApplicationId;
  readonly day: string;
  readonly now: number;
  readonly elapsed: number;
  readonly policy: PolicyHash;
  /** Its key will lie in a slot on the disk. */
  readonly isKeySealed: boolean;
}

/** A row, and the number by which the rows of other tables know it. */
export interface NumberedApplication {
  readonly number: number;
  readonly stored: StoredApplication;
}

/** The applications' own rows, without what lies sealed in others. */
export interface ApplicationRows {
  insert(beginning: Beginning & { readonly ticket: Ticket }): void;
  find(application: ApplicationId): NumberedApplication | null;
  /** Among the open applications. */
  findByTicket(which: Ticket): NumberedApplication | null;
  numberOf(application: ApplicationId): number | null;
  /** Also by one that is being wiped. */
  isTaken(ticket: number): boolean;
  open(): readonly OpenApplicationRow[];
  /** The open ones by their ids alone: also before those of a migrated vault have their policy. */
  openIds(): readonly ApplicationId[];
  /** Those of them whose key lies in a slot, as they were begun. */
  sealedIds(): readonly ApplicationId[];
  /** Every one, also those that are being wiped. */
  allIds(): readonly ApplicationId[];
  /** The days on which applications began, of those that are being wiped as well. */
  days(): readonly string[];
  /**
   * Gives applications from before policies were kept this one, and answers which ones all applications began under.
   */
  pinPolicies(inForce: PolicyHash): readonly PolicyHash[];
  setState(application: ApplicationId, state: ReachedState): void;
  /** Sealed: of what its card is found by after a restart. */
  setLookUp(application: ApplicationId, sealed: Uint8Array): void;
  /** A job begins for it: one more card. */
  setJob(application: ApplicationId, job: JobId): void;
  /** How far its card is; with `ending` how the print ended, which a new stage without one takes back. */
  setStage(application: ApplicationId, stage: PrintStage | null, ending?: PrintEnding | null): void;
  /** The last job has failed like this with nothing sent: it made no card, and counts for none. */
  setUnsent(application: ApplicationId, ending: PrintEnding): void;
  remove(number: number): void;
}

const numbered = z.object({ number: z.number().int() });

function numberedRow(row: unknown): NumberedApplication | null {
  if (row === undefined) return null;
  return { stored: storedApplication.parse(row), number: numbered.parse(row).number };
}

/** The rows of one vault. */
export function createApplicationRows(database: Database): ApplicationRows {
  /** Exactly one row, or there is no such application. */
  function update(assignments: string, application: ApplicationId, ...values: readonly unknown[]): void {
    const { changes } = database
      .prepare(`UPDATE application SET ${assignments} WHERE id = ?`)
      .run(...values, application);
    if (changes !== 1) throw new Error('the vault has no such application');
  }

  const idsOf = (query: string): readonly ApplicationId[] =>
    z.array(applicationId).parse(database.prepare(query).pluck().all());

  return {
    insert({ id, ticket, day, now, elapsed, policy, isKeySealed }) {
      database
        .prepare(
          'INSERT INTO application (id, ticket, day, began, began_elapsed, state, policy, key_sealed) VALUES (@id, @ticket, @day, @began, @elapsed, @state, @policy, @sealed)',
        )
        .run({
          id,
          ticket,
          day,
          // To the minute: enough for an age, useless beside a camera's clock.
          began: now - (now % 60_000),
          elapsed: elapsed - (elapsed % 60_000),
          state: stateText(NEW_APPLICATION),
          policy,
          sealed: isKeySealed ? 1 : 0,
        });
    },
    find: (application) =>
      numberedRow(database.prepare('SELECT * FROM application WHERE id = ?').get(application)),
    findByTicket: (which) =>
      numberedRow(
        database
          .prepare("SELECT * FROM application WHERE ticket = ? AND state NOT LIKE 'wiping%'")
          .get(which),
      ),
    numberOf(application) {
      const row = database.prepare('SELECT number FROM application WHERE id = ?').get(application);
      return row === undefined ? null : numbered.parse(row).number;
    },
    isTaken: (ticket) =>
      database.prepare('SELECT 1 FROM application WHERE ticket = ?').get(ticket) !== undefined,
    open: () =>
      z
        .array(openApplicationRow)
        .parse(
          database
            .prepare(
              "SELECT id, ticket, day, began, began_elapsed, state, policy, job, stage FROM application WHERE state NOT LIKE 'wiping%' ORDER BY day, ticket",
            )
            .all(),
        ),
    openIds: () => idsOf("SELECT id FROM application WHERE state NOT LIKE 'wiping%' ORDER BY rowid"),
    sealedIds: () => idsOf("SELECT id FROM application WHERE state NOT LIKE 'wiping%' AND key_sealed = 1"),
    allIds: () => idsOf('SELECT id FROM application'),
    days: () =>
      z.array(z.string()).parse(database.prepare('SELECT DISTINCT day FROM application').pluck().all()),
    pinPolicies(inForce) {
      database.prepare("UPDATE application SET policy = ? WHERE policy = ''").run(inForce);
      return z
        .array(policyHash)
        .parse(database.prepare('SELECT DISTINCT policy FROM application').pluck().all());
    },
    setState: (application, state) => update('state = ?', application, stateText(state)),
    setLookUp: (application, sealed) => update('look_up = ?', application, sealed),
    setJob: (application, job) =>
      update("job = ?, attempts = attempts + 1, stage = 'waiting', ending = NULL", application, job),
    setStage: (application, stage, ending = null) =>
      update('stage = ?, ending = ?', application, stage, ending === null ? null : JSON.stringify(ending)),
    setUnsent: (application, ending) =>
      update(
        "stage = 'failed', ending = ?, attempts = max(attempts - 1, 0)",
        application,
        JSON.stringify(ending),
      ),
    remove(number) {
      database.prepare('DELETE FROM application WHERE number = ?').run(number);
    },
  };
}
