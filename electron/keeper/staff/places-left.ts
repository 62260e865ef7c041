import { foldEntries, isFolded } from '../../../shared/ledger/fold.ts';
import type { Database } from '../database/open-database.ts';
import type { LedgerView } from '../ledger/ledger.ts';
import { collectWithPending } from '../outbox/collect-with-pending.ts';

/**
 * How many supervisors who are added next nobody has to confirm, by the ledger and by what is on its way there: a kiosk of an earlier
 * version may have lacked a second one. A row of the vault that says so could be made again. By a ledger that is broken: none.
 */
export function placesLeft(ledger: Pick<LedgerView, 'collect' | 'head'>, database: Database): number {
  const entries = collectWithPending(ledger, database, isFolded);
  return entries === null ? 0 : foldEntries(entries).places;
}
