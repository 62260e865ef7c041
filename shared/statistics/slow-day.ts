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

/** What became of applications that were lost with their keys. */
const lossFacts = ['lost', 'lost-card'] as const;
export type LossFact = (typeof lossFacts)[number];

/** What an erasure says of an application that its outcome does not. */
const erasureFacts = [
  'not-searched',
  'search-void',
  'details-found',
  'key-on-disk',
  'jobs-purged',
  'jobs-not-proven',
  'erasure-failed',
  'erasure-completed',
] as const;
export type ErasureFact = (typeof erasureFacts)[number];

/** What acts of staff say of one application each. */
const staffFacts = ['finish-refused', 'produced', 'erasure-closed'] as const;
export type StaffFact = (typeof staffFacts)[number];

/** That a card was spoiled, by the reason that its entry has. */
export type SpoiledFact = `spoiled-${SpoilReason}`;
const spoiledFacts = spoilReasons.map((reason): SpoiledFact => `spoiled-${reason}`);

/** What a reader of the ledger learns of somebody whom they saw on a day with few others. */
export const slowDayFacts = [
  ...outcomes,
  ...lossFacts,
  ...linkedFacts,
  ...spoiledFacts,
  ...erasureFacts,
  ...staffFacts,
] as const;
export type SlowDayFact = (typeof slowDayFacts)[number];

/** How many people of a slow day, or cards of theirs, each fact stands for; those that stand for nobody are left out. */
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
      return [entry.outcome, ...factsOfErasure(entry)];
    case 'erased':
      // Merged ones say of nobody how it ended.
      return entry.outcome === 'ended' ? [] : [entry.outcome];
    case 'unsearched':
      return ['not-searched'];
    case 'forgotten':
      return [
        ...new Array<SlowDayFact>(entry.applications).fill('lost'),
        ...new Array<SlowDayFact>(entry.cards).fill('lost-card'),
      ];
    case 'locked':
      return ['erasure-failed'];
    case 'unlocked':
      return ['erasure-completed'];
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
    case 'finish-refused':
      return ['finish-refused'];
    case 'record-produced':
      return ['produced'];
    case 'wipe-closed':
      return ['erasure-closed'];
    default:
      // The others are acts of staff, or of the machine, about no single application.
      return [];
  }
}

/** By the entry's words and whether anything was found. Its rounded figures are those of the machine: files, processes. */
function factsOfErasure(entry: Extract<LedgerEntry, { kind: 'wiped' }>): readonly ErasureFact[] {
  const facts: ErasureFact[] = [];
  if (entry.search === 'not-searched') facts.push('not-searched');
  if (entry.search === 'void') facts.push('search-void');
  if (entry.hits > 0) facts.push('details-found');
  if (entry.custody === 'sealed') facts.push('key-on-disk');
  if (entry.spool === 'purged') facts.push('jobs-purged');
  if (entry.spool === 'not-proven') facts.push('jobs-not-proven');
  return facts;
}
