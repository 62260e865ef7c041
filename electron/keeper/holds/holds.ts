import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type ApplicationId, type HoldId, holdId } from '../../../shared/contract/ids.ts';
import { type HoldReason, holdReasons } from '../../../shared/ledger/reasons.ts';
import type { Database } from '../database/open-database.ts';

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
  /** Whether a hold froze this application. */
  freezes(application: ApplicationId): boolean;
  /** Whether a hold moved its key to a sealed slot. */
  hasSealed(application: ApplicationId): boolean;
  /** The hold that keeps this application from being erased, frozen or begun later, or null. */
  keeping(application: ApplicationId): Hold | null;
  /** The hold that keeps whatever begins now, or null. */
  keepingNewOnes(): Hold | null;
  /** Whether a hold stops intake: one that nobody has resumed it under. */
  stopsIntake(): boolean;
}

const holdRow = z.object({
  identifier: holdId,
  scope: z.enum(['all', 'tickets']),
  reason: z.enum(holdReasons),
  since: z.number().int(),
  set_by: z.string(),
  reference: z.string().nullable(),
  frozen: z.number().int(),
  unsealed: z.number().int(),
});
export type Hold = z.infer<typeof holdRow>;

/** A hold as it is set. */
export interface NewHold {
  readonly scope: 'all' | 'tickets';
  readonly reason: HoldReason;
  /** Epoch milliseconds. */
  readonly since: number;
  /** The name of the supervisor, for the screens of this kiosk; the ledger has an identifier. */
  readonly by: string;
  readonly applications: readonly ApplicationId[];
}

const SELECT = `
  SELECT hold.*,
    (SELECT count(*) FROM held WHERE held.hold = hold.identifier) AS frozen,
    (SELECT count(*) FROM held WHERE held.hold = hold.identifier AND held.sealed = 0) AS unsealed
  FROM hold`;

/** The oldest hold on everything, or on this application by name. */
const KEEPING = `${SELECT}
  WHERE scope = 'all' OR identifier IN (SELECT hold FROM held WHERE application = ?)
  ORDER BY since, identifier LIMIT 1`;

/** The holds kept in the vault's file. */
export function createHolds(database: Database): Holds {
  const all = (): readonly Hold[] =>
    z.array(holdRow).parse(database.prepare(`${SELECT} ORDER BY since, identifier`).all());

  return {
    all,
    find(hold) {
      const row = database.prepare(`${SELECT} WHERE identifier = ?`).get(hold);
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
    freezes: (application) =>
      database.prepare('SELECT 1 FROM held WHERE application = ?').get(application) !== undefined,
    hasSealed: (application) =>
      database.prepare('SELECT 1 FROM held WHERE application = ? AND sealed = 1').get(application) !==
      undefined,
    keeping(application) {
      // One question, for it is asked of every open application at every status.
      const row = database.prepare(KEEPING).get(application);
      return row === undefined ? null : holdRow.parse(row);
    },
    keepingNewOnes: () => all().find(({ scope }) => scope === 'all') ?? null,
    stopsIntake: () => all().some(({ reference }) => reference === null),
  };
}
