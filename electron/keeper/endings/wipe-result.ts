import type { WipeResult } from '../../../shared/contract/receipt.ts';
import { notDoneBy } from '../receipt/receipt.ts';
import type { WipeRow } from '../vault/rows.ts';
import { provenSearch } from '../wipe/search-outcome.ts';
import type { SelectionsState } from '../x-display/selections.ts';

/** What a wipe may have left where nobody here can search: what made its card, and how the selections were found. */
export function leftBy({
  driver,
  selections,
}: Pick<WipeRow, 'driver' | 'selections'>): ['built-in' | 'machine', SelectionsState['kind']] {
  return [driver === 'virtual' ? 'built-in' : 'machine', selections ?? 'cannot-tell'];
}

/** What can be said of a wipe before its receipt; null while its search is still to come. */
export function wipeResultOf(wipe: WipeRow): WipeResult | null {
  const { custody, search, done } = wipe;
  const proven = done.includes('searched') ? provenSearch(search) : null;
  return proven === null ? null : { custody, search: proven, notDone: notDoneBy(proven, ...leftBy(wipe)) };
}
