import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Database } from '../database/open-database.ts';
import type { LedgerView } from '../ledger/ledger.ts';
import { pendingIn } from './pending-entries.ts';

/**
 * The entries of some kinds in the ledger, in order, and behind them those that are on their way there. Null: the ledger is broken.
 * Blocks for 1 µs an entry.
 */
export function collectWithPending(
  ledger: Pick<LedgerView, 'collect' | 'head'>,
  database: Database,
  isWanted: (kind: EntryKindName) => boolean,
): readonly LedgerEntry[] | null {
  const head = ledger.head()?.sequence ?? 0;
  const waiting = pendingIn(database).filter(({ sequence }) => sequence === null || sequence > head);
  const collected = ledger.collect(isWanted);
  if (!collected.ok) return null;
  return [...collected.value, ...waiting.flatMap(({ entry }) => (isWanted(entry.kind) ? [entry] : []))];
}
