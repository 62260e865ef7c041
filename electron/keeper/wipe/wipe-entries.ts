import type { Outcome } from '../../../shared/application/lifecycle.ts';
import { dayOfText } from '../../../shared/calendar.ts';
import type { EndingCount } from '../../../shared/contract/ending-count.ts';
import type { SearchSummary } from '../../../shared/contract/receipt.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';

/** The card that left with its owner, if one did. */
export interface IssuedCard {
  readonly outcome: Outcome;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly counted: EndingCount | null;
}

/** What is proven of a wipe, as far as it is counted. */
export interface ProvenWipe extends IssuedCard {
  readonly search: SearchSummary;
}

/**
 * The ledger entries of a proven wipe: one for each fact, so that none of them says two things of one person. They reach the ledger
 * apart from one another.
 */
export function entriesOfWipe(wipe: ProvenWipe): readonly LedgerEntry[] {
  const day = dayOfText(wipe.day);
  return [
    ...entriesOfEnding(wipe),
    { kind: 'erased', day, outcome: wipe.outcome },
    ...(wipe.search.kind === 'searched' ? [] : [{ kind: 'unsearched' as const, day }]),
  ];
}

/** A card that was handed over, or refused for reasons, is counted, whatever became of its wipe. */
export function entriesOfEnding({ outcome, day: at, counted }: IssuedCard): readonly LedgerEntry[] {
  const day = dayOfText(at);
  if (outcome === 'denied' && counted?.denied) return [{ kind: 'denied', day, ...counted.denied }];
  if (outcome !== 'issued') return [];
  const { again = null, fee = null } = counted ?? {};
  return [
    { kind: 'handoff', day },
    ...(again === null ? [] : [{ kind: 'issued-again' as const, day, ...again }]),
    ...(fee === null ? [] : [{ kind: 'fee' as const, day, settled: fee }]),
  ];
}
