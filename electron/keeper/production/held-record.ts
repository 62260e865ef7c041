import type { ApplicationId, HoldId, Ticket } from '../../../shared/contract/ids.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { KeyReader } from '../custody/custody.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { HeldAsItWas } from '../staff/approvals.ts';
import type { ApplicationRow } from '../vault/rows.ts';

/** What looking for a held application needs of the kiosk. */
export interface HeldRecordPort {
  readonly vault: {
    findByTicket(ticket: Ticket): ApplicationRow | null;
    find(application: ApplicationId): ApplicationRow | null;
  };
  readonly holds: { readonly verdict: AskHolds };
  readonly custody: KeyReader;
}

/** One application that a legal hold keeps as it is. */
export interface Held {
  readonly row: ApplicationRow;
  readonly hold: HoldId;
}

/** With its key. */
export interface HeldRecord extends Held {
  /** The guarded memory itself: into one message, at once. */
  readonly key: Uint8Array;
}

/** Applications that a legal hold keeps as they are. */
export interface HeldRecords {
  /**
   * The application of this ticket, if a hold froze it. One that began under a hold on everything may still change: a
   * hold on its ticket freezes it first.
   */
  find(ticket: Ticket): Result<Held, Refusal>;
  /** Opens its key. */
  open(held: Held): Result<HeldRecord, Refusal>;
  /** Whether it is still there and still held, by the hold that it was approved under. */
  isStillHeld(held: Held): boolean;
}

/** Those of one vault and its keys. */
export function createHeldRecords({ vault, holds, custody }: HeldRecordPort): HeldRecords {
  return {
    find(ticket) {
      const row = vault.findByTicket(ticket);
      if (row === null) return err({ kind: 'no-such-ticket' });
      const verdict = holds.verdict(row.id, null);
      return verdict.kind === 'frozen'
        ? ok({ row, hold: verdict.hold.identifier })
        : err({ kind: 'not-held' });
    },
    open(held) {
      const key = custody.open(held.row.id);
      if (!key.ok) return err({ kind: key.error.kind === 'locked' ? 'custody-locked' : 'key-damaged' });
      return ok({ ...held, key: key.value });
    },
    isStillHeld({ row, hold }) {
      const now = vault.find(row.id);
      if (now === null || now.wipe !== null) return false;
      const verdict = holds.verdict(row.id, null);
      return verdict.kind === 'frozen' && verdict.hold.identifier === hold;
    },
  };
}

/** What an approval of its production is bound to. */
export function asHeld({ row, hold }: Held): HeldAsItWas {
  return { application: row.id, hold };
}
