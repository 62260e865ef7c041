import { openLedgerToRead } from './ledger.ts';
import type { LedgerPosition } from './verdict.ts';

/** The last entry of the ledger in a file, which is left as it is; null: there is none, or no ledger that can be read. */
export function endOfLedgerAt(path: string): LedgerPosition | null {
  const ledger = openLedgerToRead(path);
  if (!ledger.ok) return null;
  const end = ledger.value.head();
  ledger.value.close();
  return end ?? null;
}
