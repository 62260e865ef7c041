import type { ApplicationId, HoldId, Ticket } from '../../../shared/contract/ids.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { KeyReader } from '../custody/custody.ts';
import type { AskHolds } from '../holds/verdict.ts';
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

/** One application that a legal hold keeps as it is, and its key. */
export interface HeldRecord {
  readonly row: ApplicationRow;
  readonly hold: HoldId;
  /** The guarded memory itself: into one message, at once. */
  readonly key: Uint8Array;
}

/**
 * The application of this ticket, if a hold froze it. One that began under a hold on everything may still change: a hold
 * on its ticket freezes it first.
 */
export function heldRecord(
  { vault, holds, custody }: HeldRecordPort,
  ticket: Ticket,
): Result<HeldRecord, Refusal> {
  const row = vault.findByTicket(ticket);
  if (row === null) return err({ kind: 'no-such-ticket' });
  const verdict = holds.verdict(row.id, null);
  if (verdict.kind !== 'frozen') return err({ kind: 'not-held' });
  const key = custody.open(row.id);
  if (!key.ok) return err({ kind: key.error.kind === 'locked' ? 'custody-locked' : 'key-damaged' });
  return ok({ row, hold: verdict.hold.identifier, key: key.value });
}

/** Whether it is still there and still held. */
export function isStillHeld({ vault, holds }: HeldRecordPort, { row }: HeldRecord): boolean {
  const now = vault.find(row.id);
  return now !== null && now.wipe === null && holds.verdict(row.id, null).kind === 'frozen';
}
