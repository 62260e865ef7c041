import type { MemberId } from '../../../shared/contract/ids.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Database } from '../database/open-database.ts';
import type { CollectedEntries } from '../ledger/collect-entries.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import { collectWithPending } from '../outbox/collect-with-pending.ts';

export interface KnownCodesPort {
  readonly recovery: { codes(): object | null; reconsider(): void };
  readonly ledger: {
    collect(isWanted: (kind: EntryKindName) => boolean): CollectedEntries;
    head(): LedgerPosition | undefined;
  };
  readonly database: Database;
}

/**
 * A supervisor leaves: codes that they may know end, and it is decided anew. All others stay in force: who could end them by adding
 * somebody and taking them off the staff again would take the way in from the others alone.
 */
export function endKnownCodes({ recovery, ledger, database }: KnownCodesPort, leaving: MemberId): void {
  const entries = recovery.codes() === null ? null : collectWithPending(ledger, database, isAboutCodes);
  if (entries === null || mayKnowCodes(entries, leaving)) recovery.reconsider();
}

const DECISIONS: ReadonlySet<EntryKindName> = new Set(['recovery-made', 'recovery-decided'] as const);

function isAboutCodes(kind: EntryKindName): boolean {
  return kind === 'staff-changed' || DECISIONS.has(kind);
}

function mayKnowCodes(entries: readonly LedgerEntry[], leaving: MemberId): boolean {
  const place = entries.findLastIndex(({ kind }) => DECISIONS.has(kind));
  const decided = entries[place];
  if (decided === undefined) return true;
  if (decided.kind === 'recovery-made') return leaving === decided.by || leaving === decided.second;
  // Of codes that an earlier version made the ledger names one person. Whoever was added later has seen none.
  return !entries
    .slice(place)
    .some((each) => each.kind === 'staff-changed' && each.act === 'added' && each.member === leaving);
}
