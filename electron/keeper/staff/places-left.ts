import { foldEntries, isFolded } from '../../../shared/ledger/fold.ts';
import type { Database } from '../database/open-database.ts';
import type { LedgerView } from '../ledger/ledger.ts';
import { pendingIn } from '../outbox/pending-entries.ts';

/**
 * How many supervisors who are added next nobody has to confirm, by the ledger and by what is on its way there: a kiosk of an earlier
 * version may have lacked a second one. A row of the vault that says so could be made again. By a ledger that is broken: none.
 * Blocks for 1 µs an entry.
 */
export function placesLeft(ledger: Pick<LedgerView, 'collect' | 'head'>, database: Database): number {
  const head = ledger.head()?.sequence ?? 0;
  const waiting = pendingIn(database).filter(({ sequence }) => sequence === null || sequence > head);
  const collected = ledger.collect(isFolded);
  return collected.ok ? foldEntries([...collected.value, ...waiting.map(({ entry }) => entry)]).places : 0;
}
