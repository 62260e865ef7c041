import type { LedgerEntry } from '../../../shared/ledger/entries.ts';

/** The newest order that this kiosk has carried out. */
export interface NewestOrder {
  /** The number that the next order to be carried out comes after. */
  before(): number;
  /**
   * The number of an order that the ledger has and the vault does not: then an older copy of the vault stands in its place, and
   * what that order said is lost. Null: there is none. Nobody new is served until it has been carried out again.
   */
  missing(): number | null;
}

/** What that is read from. */
export interface NewestOrderPort {
  readonly suspensionRows: { newestOrder(): number };
  readonly ledger: { ofKind(kind: 'order-carried-out'): readonly LedgerEntry[] };
}

/**
 * As vault and ledger have it. The ledger is read once, at a start: from then on each order's number is in the vault in the
 * transaction that leaves its entry pending, so the vault never has less than the ledger and what it still waits for.
 */
export function createNewestOrder({ suspensionRows, ledger }: NewestOrderPort): NewestOrder {
  const serials = ledger
    .ofKind('order-carried-out')
    .flatMap((entry) => (entry.kind === 'order-carried-out' ? [entry.serial] : []));
  const inLedger = Math.max(0, ...serials);
  const missing = (): number | null => (inLedger > suspensionRows.newestOrder() ? inLedger : null);
  return {
    // The missing one itself comes next, and none before it: what those said it has ended or replaced.
    before: () => (missing() === null ? suspensionRows.newestOrder() : inLedger - 1),
    missing,
  };
}
