import { type ChainLink, type ChainPosition, chainStart, verifyChain } from '../../../shared/ledger/chain.ts';
import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { opensLedger } from '../../../shared/ledger/entries.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type OnEntry, pageChecker } from './check-pages.ts';
import { type LedgerRows, rowsAtOnce } from './ledger-rows.ts';
import { sha256 } from './signatures.ts';
import { type BrokenLedger, broken } from './verdict.ts';

export const beforeFirst: ChainPosition = { sequence: 0, hash: chainStart };

/** Whether a link's bytes are an entry, and the ledger is opened first and only once. */
function isSoundLink({ sequence, bytes }: ChainLink): boolean {
  const decoded = decodeEntry(bytes);
  return decoded.ok && (sequence === 1) === opensLedger(decoded.value.kind);
}

/** Follows the chain link by link. Slow, and names the first that does not hold. */
function verifyCarefully(rows: LedgerRows, from: ChainPosition): Result<ChainPosition, BrokenLedger> {
  let unsound = false;
  function* soundLinks(): Generator<ChainLink, void> {
    // From before every number there may be: a row with the lowest of all must be met, too.
    for (const link of rows.after(from.sequence === 0 ? Number.NEGATIVE_INFINITY : from.sequence)) {
      yield link;
      unsound = !isSoundLink(link);
      if (unsound) return;
    }
  }
  const chain = verifyChain(soundLinks(), sha256, from);
  // The chain itself took the link before it was looked at: it is the last one that was followed.
  return chain.ok && unsound ? broken(chain.value.sequence, 'unreadable') : chain;
}

/**
 * Follows the chain from where it is known to hold to its end. Quickly, page by page; where a page does not
 * hold, once more and carefully from its beginning.
 */
export function verifyEntries(
  rows: LedgerRows,
  from: ChainPosition,
  onEntry?: OnEntry,
): Result<ChainPosition, BrokenLedger> {
  const end = rows.last();
  if (end === undefined || end.sequence <= from.sequence) return verifyCarefully(rows, from);
  // A row before the first would be in no page; one that is missing later makes its page too short.
  if (from.sequence === 0 && rows.least() !== 1) return verifyCarefully(rows, from);
  const checker = pageChecker(from.hash, from.sequence === 0, onEntry);
  let at = from;
  while (at.sequence < end.sequence) {
    const upTo = Math.min(at.sequence + rowsAtOnce, end.sequence);
    const { count, links } = rows.page(at.sequence, upTo);
    const next = rows.at(upTo);
    if (count !== upTo - at.sequence || next === undefined || !checker.follows(links)) {
      return verifyCarefully(rows, at);
    }
    at = next;
  }
  return ok(at);
}
