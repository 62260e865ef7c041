import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { KeyFrom } from './key-in-force.ts';
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

/** What a ledger that nobody writes to any more says. */
export interface LedgerRead {
  /** Its entries of the kinds that were asked for, in order. */
  readonly written: readonly LedgerEntry[];
  /** Every key that signed it, in order. */
  readonly keys: readonly KeyFrom[];
  /** The sequence of its last entry; 0: it has none. */
  readonly head: number;
}

/** Reads the ledger in a file, which is left as it is; null: there is none, or it is broken. Blocks for 1 µs an entry. */
export function readLedgerAt(path: string, isWanted: (kind: EntryKindName) => boolean): LedgerRead | null {
  const ledger = openLedgerToRead(path);
  if (!ledger.ok) return null;
  try {
    const written = ledger.value.collect(isWanted);
    if (!written.ok) return null;
    return { written: written.value, keys: ledger.value.keys(), head: ledger.value.head()?.sequence ?? 0 };
  } finally {
    ledger.value.close();
  }
}
