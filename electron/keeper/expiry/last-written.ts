import type { Clock } from '../clock.ts';
import type { LedgerReader } from '../ledger/ledger.ts';

/**
 * The latest moment that the ledger's last entry proves, in epoch milliseconds: its own, or the beginning of its
 * day. Entries about a moved clock are passed over: they are dated by a clock that nobody has believed yet.
 * Null: there is none, or it cannot be read, which the ledger's own check names.
 */
export function lastWritten(
  ledger: Pick<LedgerReader, 'head' | 'entryAt'>,
  clock: Pick<Clock, 'startOf'>,
): number | null {
  for (let sequence = ledger.head()?.sequence ?? 0; sequence > 0; sequence -= 1) {
    const entry = ledger.entryAt(sequence);
    if (entry === null) return null;
    if (entry.kind === 'clock-moved') continue;
    return 'utc' in entry ? entry.utc : clock.startOf(entry.day);
  }
  return null;
}
