import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Desk } from './desk.ts';
import { eraseTraces } from './erase-traces.ts';

/**
 * Does an act of the vault and owes the ledger its entry, in one transaction; then carries the entry over.
 * An entry that the ledger's disk does not take stays owed: intake waits for it (`not-written`), and it is
 * tried again with every check of the keeper.
 */
export function recordAct(desk: Desk, act: () => LedgerEntry | readonly LedgerEntry[]): void {
  desk.vault.database.transaction(() => {
    desk.owed.owe([act()].flat());
  })();
  settleOwed(desk);
}

/** Carries over what is owed to the ledger; what it does not take stays owed, and everybody sees that. */
export function settleOwed(desk: Desk): void {
  try {
    const owing = desk.owed.count() > 0;
    desk.owed.settle();
    // What was owed for an ending is written: that was its last transaction.
    if (owing) eraseTraces(desk);
  } catch (error) {
    desk.onBug('owed ledger entries', error);
  }
}
