import { z } from 'zod';
import type { MemberId } from '../../../shared/contract/ids.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import type { Database } from '../database/open-database.ts';
import {
  LOCK_OUT_AFTER,
  waitAfter,
  waitAtApplicantScreen,
  waitForHold,
} from './wait-after-wrong-passphrase.ts';

/**
 * Whose passphrases are counted. All names that nobody here has are counted together, and so are recovery codes, whoever
 * types them; and, where an applicant has the screen, all names whatever: what is counted for one of them there would tell
 * who works here, and lock them out. So are all names that are typed to set a legal hold: whoever is locked out is heard there.
 */
export type Counted = MemberId | 'unknown-names' | 'recovery-codes' | 'applicant-screen' | 'hold-form';

/** How long those wait who are never locked out. */
const WAITS_WITHOUT_LOCK_OUT: ReadonlyMap<Counted, (wrongInARow: number) => number> = new Map([
  ['applicant-screen', waitAtApplicantScreen],
  ['hold-form', waitForHold],
]);

const SECOND = 1000;
const MINUTE = 60_000;

const countRow = z.object({ in_a_row: z.number().int().min(0), wait_until: z.number().int() });

/** Why nobody listens to an attempt now, or what a wrong one brought about. */
export type Refused =
  | { readonly kind: 'wrong-passphrase'; readonly waitSeconds: number }
  | { readonly kind: 'too-many-attempts'; readonly waitSeconds: number }
  | { readonly kind: 'locked-out'; readonly waitMinutes: number };

/** An attempt that is counted already: which wrong one in a row it would be, and what it then waits for. */
export interface Charge {
  readonly of: Counted;
  readonly inARow: number;
  /** Kiosk time in milliseconds. */
  readonly waitUntil: number;
}

/** Wrong passphrases in a row, counted on the disk, so that ending the keeper forgives none. */
export interface Attempts {
  /** Why an attempt is not heard now, or null. */
  refusal(of: Counted): Refused | null;
  /**
   * Counts an attempt as wrong before anybody looks at it; durable when it returns. What it waits for stands
   * already then: a keeper that is killed while it hashes has given nothing away, and a disk that takes no
   * writes gives no free attempts. @throws SQLite's error.
   */
  charge(of: Counted): Charge;
  /**
   * The attempt was wrong. A lock-out begins here, in one transaction with `record`. If that fails nobody
   * listens for as long, but it is no lock-out, and the next wrong one is. @throws SQLite's error.
   */
  wrong(charge: Charge, record: () => void): Refused;
  /** Back to nothing. @throws SQLite's error. */
  forgive(of: Counted): void;
  /** The same for everybody: those who are counted are here no more. */
  forgiveAll(): void;
  /** Whether any are counted. */
  any(of: Counted): boolean;
  /** Whether anybody waits for an attempt to be heard. */
  isAnyoneWaiting(): boolean;
  /** Minutes until somebody who is locked out is heard again, or null. */
  lockedOutMinutes(of: Counted): number | null;
}

/** A lock-out that a member is in, or was in and has not ended by a right passphrase. */
export interface LockedOut {
  /** As the ledger calls them: 32 zeros for names that nobody has, and `recovery-codes` for those. */
  readonly member: string;
  /** Kiosk time in milliseconds. */
  readonly waitUntil: number;
}

const lockedRow = z.object({ member: z.string(), wait_until: z.number().int() });

/** The lock-outs in a vault. */
export function lockOutsIn(database: Database): readonly LockedOut[] {
  return z
    .array(lockedRow)
    .parse(
      database
        .prepare('SELECT member, wait_until FROM wrong_passphrases WHERE in_a_row >= ?')
        .all(LOCK_OUT_AFTER),
    )
    .map(({ member, wait_until: waitUntil }) => ({ member: member === '' ? NOBODY : member, waitUntil }));
}

/** Locks somebody out once more, from now on: the ledger has it, and the vault has lost it. */
export function lockOutAgain(database: Database, member: string, elapsed: number): void {
  database
    .prepare('INSERT OR REPLACE INTO wrong_passphrases (member, in_a_row, wait_until) VALUES (?, ?, ?)')
    .run(member === NOBODY ? '' : member, LOCK_OUT_AFTER, Math.ceil(elapsed) + waitAfter(LOCK_OUT_AFTER));
}

/** `elapsed`: kiosk time in milliseconds, which a moved wall clock does not change. */
export function attemptsOf(database: Database, elapsed: () => number): Attempts {
  const column = (of: Counted): string => (of === 'unknown-names' ? '' : of);
  const left = (until: number, unit: number): number => Math.max(0, Math.ceil((until - elapsed()) / unit));

  function read(of: Counted): z.infer<typeof countRow> {
    const row = database
      .prepare('SELECT in_a_row, wait_until FROM wrong_passphrases WHERE member = ?')
      .get(column(of));
    return row === undefined ? { in_a_row: 0, wait_until: 0 } : countRow.parse(row);
  }

  function write(of: Counted, inARow: number, waitUntil: number): void {
    database
      .prepare('INSERT OR REPLACE INTO wrong_passphrases (member, in_a_row, wait_until) VALUES (?, ?, ?)')
      .run(column(of), inARow, waitUntil);
  }

  function refusal(of: Counted): Refused | null {
    const { in_a_row: inARow, wait_until: until } = read(of);
    if (until <= elapsed()) return null;
    return inARow >= LOCK_OUT_AFTER
      ? { kind: 'locked-out', waitMinutes: left(until, MINUTE) }
      : { kind: 'too-many-attempts', waitSeconds: left(until, SECOND) };
  }

  return {
    refusal,
    charge(of) {
      const before = read(of).in_a_row;
      // Nobody can forgive these: whoever has waited their hour begins anew, and not with the next hour.
      const isServed = of === 'recovery-codes' && before >= LOCK_OUT_AFTER;
      const neverLocked = WAITS_WITHOUT_LOCK_OUT.get(of);
      const most = neverLocked === undefined ? LOCK_OUT_AFTER : LOCK_OUT_AFTER - 1;
      const inARow = isServed ? 1 : Math.min(before + 1, most);
      const wait = (neverLocked ?? waitAfter)(inARow);
      const waitUntil = Math.ceil(elapsed()) + wait;
      // That it is a lock-out is written by `wrong`, together with the ledger's entry.
      write(of, Math.min(inARow, LOCK_OUT_AFTER - 1), waitUntil);
      return { of, inARow, waitUntil };
    },
    wrong: database.transaction(({ of, inARow, waitUntil }: Charge, record: () => void): Refused => {
      if (inARow < LOCK_OUT_AFTER) {
        return { kind: 'wrong-passphrase', waitSeconds: left(waitUntil, SECOND) };
      }
      write(of, inARow, waitUntil);
      record();
      return { kind: 'locked-out', waitMinutes: Math.max(1, left(waitUntil, MINUTE)) };
    }),
    forgive(of) {
      database.prepare('DELETE FROM wrong_passphrases WHERE member = ?').run(column(of));
    },
    forgiveAll() {
      database.prepare('DELETE FROM wrong_passphrases').run();
    },
    any: (of) => read(of).in_a_row > 0,
    isAnyoneWaiting: () =>
      database.prepare('SELECT 1 FROM wrong_passphrases WHERE wait_until > ?').get(elapsed()) !== undefined,
    lockedOutMinutes(of) {
      const refused = refusal(of);
      return refused?.kind === 'locked-out' ? refused.waitMinutes : null;
    },
  };
}
