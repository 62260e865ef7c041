import type { MemberId } from '../../../shared/contract/ids.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Outbox } from '../outbox/outbox.ts';

/** Where it is looked up who ever was a supervisor here. */
interface StaffHistory {
  has(...asked: Parameters<Outbox['has']>): boolean;
}

/**
 * Whether no second supervisor ever worked at this kiosk, by its ledger: a version that set up only one made it. The next one who is
 * added is then its second from the start, for there is nobody who could confirm them; a row of the vault that says so could be
 * made again.
 */
export function neverHadSecond(ledger: StaffHistory): boolean {
  let first: MemberId | string | null = null;
  const isAnother = (entry: LedgerEntry): boolean => {
    if (entry.kind !== 'staff-changed' || entry.act !== 'added' || entry.role !== 'supervisor') return false;
    first ??= entry.member;
    return entry.member !== first;
  };
  return !ledger.has('staff-changed', isAnother) && !ledger.has('recovery-codes-used', () => true);
}
