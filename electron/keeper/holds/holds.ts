import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type ApplicationId, applicationId, type HoldId, holdId } from '../../../shared/contract/ids.ts';
import type { HoldFact } from '../../../shared/ledger/fold.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import type { Database } from '../database/open-database.ts';
import { membersIn } from '../staff/member-rows.ts';
import { type Hold, holdRow, type NewHold } from './hold.ts';
import { type AskHolds, type CoveringHold, type IntakeVerdict, verdictOf } from './verdict.ts';

/**
 * Legal holds in force. What a hold froze when it was set is neither changed, finished nor
 * erased; a hold on everything also keeps what begins later, which may still be filled in and printed.
 * A lifted hold has no row: the ledger has it.
 */
export interface Holds {
  all(): readonly Hold[];
  find(hold: HoldId): Hold | null;
  /** In one transaction: the hold and what it freezes. Durable when it returns. */
  set(hold: NewHold): HoldId;
  lift(hold: HoldId): void;
  resume(hold: HoldId, reference: string): void;
  /** Notes that a frozen application's key lies in a sealed slot now. */
  noteSealed(hold: HoldId, application: ApplicationId): void;
  /** The application was forgotten: its holds go on counting it, under a random id of nothing. */
  disown(application: ApplicationId): void;
  /** What they say of one application. */
  readonly verdict: AskHolds;
  /** The same by the holds alone, also while files do not fit together and all of it counts as frozen. */
  readonly byHolds: AskHolds;
  /** Those that the verdict is made of, the oldest first. */
  covering(application: ApplicationId): readonly CoveringHold[];
  /** What they say of whoever comes next. */
  intake(): IntakeVerdict;
}

const SELECT = `
  SELECT hold.*,
    (SELECT count(*) FROM held WHERE held.hold = hold.identifier) AS frozen,
    (SELECT count(*) FROM held WHERE held.hold = hold.identifier AND held.sealed = 0) AS unsealed`;

/** In the order in which they were set. */
const ORDER = 'ORDER BY since, identifier';

/** The holds on everything and those on one application by name. */
const COVERING = `${SELECT}, named.sealed AS sealed
  FROM hold LEFT JOIN held AS named ON named.hold = hold.identifier AND named.application = ?
  WHERE hold.scope = 'all' OR named.hold IS NOT NULL
  ${ORDER}`;

const coveringRow = holdRow
  .extend({ sealed: z.number().int().nullable() })
  .transform(({ sealed, ...hold }) => ({ hold, sealed: sealed === null ? null : sealed === 1 }));

/** The holds that stand, as the vault has them. */
export function holdsIn(database: Database): readonly Hold[] {
  return z.array(holdRow).parse(database.prepare(`${SELECT} FROM hold ${ORDER}`).all());
}

/** Which ones those are. */
export function standingIn(database: Database): ReadonlySet<string> {
  return new Set(holdsIn(database).map(({ identifier }) => identifier));
}

/** What a hold froze when it was set: an application, or a random id in the place of one that is gone. */
export interface HeldApplication {
  readonly hold: HoldId;
  readonly application: ApplicationId;
}

const heldRows = z.array(z.object({ hold: holdId, application: applicationId }));

/** What the holds that stand froze by name, as the vault has it. */
export function heldIn(database: Database): readonly HeldApplication[] {
  return heldRows.parse(database.prepare('SELECT hold, application FROM held').all());
}

/** Applications whose key a hold has moved to a slot; among them ids of nothing, of those that are gone. */
export function sealedByHolds(database: Database): readonly ApplicationId[] {
  return z
    .array(applicationId)
    .parse(database.prepare('SELECT DISTINCT application FROM held WHERE sealed = 1').pluck().all());
}

/** Who set a hold, where nobody of that identifier works here. */
const UNKNOWN_NAME = '–';

/**
 * Sets a hold again that the ledger has, or is to have, and the vault lacks, or has in part: on everything, and it freezes all that there
 * is. What it froze besides it goes on counting, under random ids of nothing. In practice it freezes nothing: invented applications end as
 * ever. Inside the caller's transaction.
 */
export function restoreOnEverything(
  vault: {
    readonly database: Database;
    readonly kiosk: { isPracticing(): boolean };
    openIds(): readonly ApplicationId[];
    sealedIds(): readonly ApplicationId[];
  },
  { hold, reason, utc, by, applications }: Pick<HoldFact, 'hold' | 'reason' | 'utc' | 'by' | 'applications'>,
): void {
  const { database } = vault;
  const name = membersIn(database).find(({ identifier }) => identifier === by)?.name ?? UNKNOWN_NAME;
  database
    .prepare(
      `INSERT INTO hold (identifier, scope, reason, since, set_by) VALUES (?, 'all', ?, ?, ?)
        ON CONFLICT (identifier) DO UPDATE SET scope = 'all', reason = excluded.reason, reference = NULL`,
    )
    .run(hold, reason, utc, name);
  // What has its key in a slot already counts as sealed, whoever put it there.
  const sealed = new Set([...vault.sealedIds(), ...sealedByHolds(database)]);
  const insert = database.prepare('INSERT OR IGNORE INTO held (hold, application, sealed) VALUES (?, ?, ?)');
  for (const application of vault.kiosk.isPracticing() ? [] : vault.openIds())
    insert.run(hold, application, sealed.has(application) ? 1 : 0);
  countAtLeast(database, hold, applications);
}

/** Has a hold count as many as the ledger says, or is to say. Nothing of what is not here has a key in memory: it counts as sealed. */
export function countAtLeast(database: Database, hold: string, atLeast: number): void {
  const count = database.prepare('SELECT count(*) FROM held WHERE hold = ?').pluck();
  const insert = database.prepare('INSERT INTO held (hold, application, sealed) VALUES (?, ?, 1)');
  for (let counted = z.number().parse(count.get(hold)); counted < atLeast; counted += 1)
    insert.run(hold, randomBytes(16).toString('hex'));
}

/** Whether one of these holds stops what is being erased, where the policy says so: one on named tickets does not. */
export function isOnEverything(holds: readonly Pick<Hold, 'scope'>[]): boolean {
  return holds.some(({ scope }) => scope === 'all');
}

/** What holds need of the kiosk. */
export interface HoldsPort {
  readonly database: Database;
  readonly kiosk: { isPracticing(): boolean };
}

/**
 * The holds kept in the vault's file. `policy`: what they do with wipes that have begun. In practice they keep none of
 * the invented applications, which end as ever, and let none begin: what a hold is about is served only once it ends.
 */
export function createHolds({ database, kiosk }: HoldsPort, policy: () => CompletePolicy['hold']): Holds {
  const all = (): readonly Hold[] => holdsIn(database);

  // Once, for it is asked of every open application at every status.
  const selectCovering = database.prepare(COVERING);

  const covering = (application: ApplicationId): readonly CoveringHold[] =>
    kiosk.isPracticing() ? [] : z.array(coveringRow).parse(selectCovering.all(application));

  const judge: AskHolds = (application, wipe) => verdictOf(covering(application), wipe, policy());

  return {
    all,
    find(hold) {
      const row = database.prepare(`${SELECT} FROM hold WHERE identifier = ?`).get(hold);
      return row === undefined ? null : holdRow.parse(row);
    },
    set: database.transaction(({ scope, reason, since, by, applications }: NewHold) => {
      const hold = holdId.parse(randomBytes(16).toString('hex'));
      database
        .prepare('INSERT INTO hold (identifier, scope, reason, since, set_by) VALUES (?, ?, ?, ?, ?)')
        .run(hold, scope, reason, since, by);
      const insert = database.prepare('INSERT INTO held (hold, application, sealed) VALUES (?, ?, 0)');
      for (const application of applications) insert.run(hold, application);
      return hold;
    }),
    lift(hold) {
      database.prepare('DELETE FROM hold WHERE identifier = ?').run(hold);
    },
    resume(hold, reference) {
      database.prepare('UPDATE hold SET reference = ? WHERE identifier = ?').run(reference, hold);
    },
    noteSealed(hold, application) {
      database
        .prepare('UPDATE held SET sealed = 1 WHERE hold = ? AND application = ?')
        .run(hold, application);
    },
    disown(application) {
      database
        .prepare('UPDATE held SET application = ? WHERE application = ?')
        .run(randomBytes(16).toString('hex'), application);
    },
    verdict: judge,
    byHolds: judge,
    covering,
    intake() {
      const inForce = all();
      if (kiosk.isPracticing()) return { isStopped: inForce.length > 0, keepsNewOnes: false };
      return {
        isStopped: inForce.some(({ reference }) => reference === null),
        keepsNewOnes: isOnEverything(inForce),
      };
    },
  };
}
