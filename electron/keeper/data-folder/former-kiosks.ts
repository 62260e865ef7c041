import { opensLedger } from '../../../shared/ledger/entries.ts';
import { readLedgerAt } from '../ledger/end-of-ledger.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import { formerLedgerIn } from './former-ledger.ts';

/**
 * Whether this kiosk came after the one of an identifier, by the ledgers that were put aside, each of which names the one before it. In doubt
 * it did: where one of them was taken away, or can't be read. Blocks for 1 µs an entry.
 */
export function cameAfter(dataFolder: string, former: LedgerPosition | null, kiosk: string): boolean {
  const seen = new Set<string>();
  for (let end = former; end !== null; ) {
    const path = formerLedgerIn(dataFolder, end);
    const [opening] = (path === null ? null : readLedgerAt(path, opensLedger))?.written ?? [];
    // Of one that names itself as the one before, nobody knows any more where it came from.
    if (opening === undefined || !('kiosk' in opening) || seen.has(opening.kiosk)) return true;
    if (opening.kiosk === kiosk) return true;
    seen.add(opening.kiosk);
    end = opening.kind === 'opened-after' ? { sequence: opening.entries, hash: opening.head } : null;
  }
  return false;
}
