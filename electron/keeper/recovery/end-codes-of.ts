import type { MemberId } from '../../../shared/contract/ids.ts';
import type { Database } from '../database/open-database.ts';
import type { LedgerView } from '../ledger/ledger.ts';
import { pendingIn } from '../outbox/pending-entries.ts';
import type { RecoveryRows } from './recovery-rows.ts';

/** What tells who made the codes, and ends them. */
export interface CodesAndMakers {
  readonly recovery: Pick<RecoveryRows, 'codes' | 'reconsider'>;
  readonly ledger: Pick<LedgerView, 'ofKind'>;
  /** The vault's, with what is on its way to the ledger. */
  readonly database: Database;
}

/**
 * For the transaction that takes a supervisor off the staff: codes that this one may know end, and it is decided anew. Others stay in
 * force: one supervisor would else end what two have made, by adding a third one and removing them.
 */
export function endCodesOf(parts: CodesAndMakers, member: MemberId): void {
  const { recovery } = parts;
  if (recovery.codes() === null || mayKnowOne(parts, member)) recovery.reconsider();
}

/** One of the two who made the newest ones. Who made those of an earlier version the ledger does not have: anybody may know one. */
function mayKnowOne({ ledger, database }: CodesAndMakers, member: MemberId): boolean {
  const waiting = pendingIn(database).map(({ entry }) => entry);
  const made = [...ledger.ofKind('recovery-made'), ...waiting].findLast(
    (entry) => entry.kind === 'recovery-made',
  );
  return made === undefined || made.by === member || made.second === member;
}
