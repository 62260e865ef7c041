import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { LedgerRows } from './ledger-rows.ts';
import { type BrokenLedger, broken } from './verdict.ts';
import { beforeFirst, verifyEntries } from './verify-chain.ts';

export type CollectedEntries = Result<readonly LedgerEntry[], BrokenLedger>;

/**
 * The entries of some kinds, in order, as the chain is followed from its beginning to its end. Not by the index: one that somebody has
 * written by hand could leave an entry out, and no hash would show it.
 */
export function collectEntries(
  rows: LedgerRows,
  isWanted: (kind: EntryKindName) => boolean,
): CollectedEntries {
  const wanted: LedgerEntry[] = [];
  let seen = 0;
  const chain = verifyEntries(rows, beforeFirst, (kind, bytes, start, end) => {
    seen += 1;
    if (!isWanted(kind)) return;
    const entry = decodeEntry(bytes.slice(start, end));
    if (entry.ok) wanted.push(entry.value);
  });
  if (!chain.ok) return chain;
  // Whoever was not told of each entry knows less than there is.
  return seen === chain.value.sequence ? ok(wanted) : broken(seen + 1, 'unreadable');
}
