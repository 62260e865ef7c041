import { outcomes, type SpoilReason, spoilReasons } from '../application/application-state.ts';
import type { LedgerEntry } from '../ledger/entries.ts';

/** What entries about applicants say of somebody, besides how it ended. */
const linkedFacts = [
  'reprinted',
  'renewal',
  'replacement',
  'correction',
  'old-card-destroyed',
  'fee-paid',
  'fee-waived',
  'reviewed',
] as const;

/** That a card was spoiled, by the reason that its entry has. */
export type SpoiledFact = `spoiled-${SpoilReason}`;
const spoiledFacts = spoilReasons.map((reason): SpoiledFact => `spoiled-${reason}`);

/** What a reader of the ledger learns of somebody whom they saw on a day with few others. */
export const slowDayFacts = [...outcomes, ...linkedFacts, ...spoiledFacts] as const;
export type SlowDayFact = (typeof slowDayFacts)[number];

/** How many people of a slow day each fact stands for; those that stand for nobody are left out. */
export function factsOf(
  entries: readonly LedgerEntry[],
): readonly { readonly fact: SlowDayFact; readonly count: number }[] {
  const said = entries.flatMap(factsOfEntry);
  return slowDayFacts
    .map((fact) => ({ fact, count: said.filter((each) => each === fact).length }))
    .filter(({ count }) => count > 0);
}

function factsOfEntry(entry: LedgerEntry): readonly SlowDayFact[] {
  switch (entry.kind) {
    case 'wiped':
      return [entry.outcome];
    case 'issued':
      return entry.attempts > 1 ? ['reprinted'] : [];
    case 'issued-again':
      return entry.oldCard === 'destroyed' ? [entry.route, 'old-card-destroyed'] : [entry.route];
    case 'fee':
      return [entry.settled === 'paid' ? 'fee-paid' : 'fee-waived'];
    case 'denied':
      return entry.review === 'supervisor' ? ['reviewed'] : [];
    case 'spoiled':
      return [`spoiled-${entry.reason}`];
    default:
      // The others tell nothing that differs from one applicant to the next, or are acts of staff.
      return [];
  }
}
