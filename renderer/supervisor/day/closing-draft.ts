import type { DayFigures } from '../../../shared/contract/counter-day/day-acts.ts';
import { type DrawerVerdict, drawerVerdict } from '../../../shared/counter-day/drawer.ts';
import { type CountedProblem, readBlanks, readMoney } from '../../../shared/counter-day/read-counted.ts';
import type { BlanksDifference, DrawerDifference } from '../../../shared/ledger/reasons.ts';
import { digitsOf } from '../../../shared/money-in-words.ts';

/** Why there is a difference. */
type BlanksReason = Exclude<BlanksDifference, 'none'>;
export type DrawerReason = Exclude<DrawerDifference, 'none'>;

/** What is typed and chosen at closing. */
export interface ClosingDraft {
  readonly blanks: string;
  /** Empty: nobody counted it. */
  readonly drawer: string;
  readonly blanksReason: BlanksReason | null;
  readonly drawerReason: DrawerReason | null;
}

export const EMPTY_DRAFT: ClosingDraft = { blanks: '', drawer: '', blanksReason: null, drawerReason: null };

/** What the keeper is asked to close with. */
export interface CheckedClosing {
  readonly blanks: number;
  readonly expected: number;
  readonly paid: number;
  readonly blanksDifference: BlanksDifference;
  readonly drawerCents: number | null;
  readonly drawerDifference: DrawerDifference;
}

/** How a draft stands to the figures: told as it is typed. */
export interface JudgedDraft {
  readonly blanks: number | null;
  readonly blanksProblem: CountedProblem | null;
  readonly cents: number | null;
  readonly drawerProblem: Exclude<CountedProblem, 'empty'> | null;
  /** The reasons there may be for each difference; none: there is no difference. */
  readonly blanksReasons: readonly BlanksReason[];
  readonly drawerReasons: readonly DrawerReason[];
  /** The first thing to do before the day can be closed, by its control; null: nothing. */
  readonly lacking: 'blanks-now' | 'blanks-reason' | 'drawer-now' | 'drawer-reason' | null;
  /** Null: something is missing. */
  readonly closing: CheckedClosing | null;
}

/** What is too much was neither damaged nor lost. */
const BLANKS_REASONS = {
  tooFew: ['miscounted', 'damaged', 'missing', 'not-known'],
  tooMany: ['miscounted', 'not-known'],
} as const satisfies Record<string, readonly BlanksReason[]>;

/** Nor is money thrown away damaged. A fee of another day's card is too much on the day it is paid, and too little on the card's. */
const DRAWER_REASONS = {
  short: ['paid-another-day', 'miscounted', 'missing', 'not-known'],
  over: ['paid-another-day', 'miscounted', 'not-known'],
  'as-expected': [],
  'not-counted': [],
} as const satisfies Record<DrawerVerdict, readonly DrawerReason[]>;

/** Reads a draft. A difference needs a reason, and what is as expected has none. */
export function judgeDraft(draft: ClosingDraft, { blanks: left, fees }: DayFigures): JudgedDraft {
  const { expected } = left;
  const blanks = readBlanks(draft.blanks);
  const money = fees.expected === null ? null : readMoney(draft.drawer, digitsOf(fees.expected.currency));
  const cents = money?.ok === true ? money.value : null;
  const drawerProblem = money === null || money.ok || money.error === 'empty' ? null : money.error;
  const blanksReasons = blanks.ok ? reasonsForBlanks(blanks.value - expected) : [];
  const drawerReasons = DRAWER_REASONS[drawerVerdict(fees.expected, cents)];
  const blanksDifference = chosenOf(blanksReasons, draft.blanksReason);
  const drawerDifference = chosenOf(drawerReasons, draft.drawerReason);
  const lacking = !blanks.ok
    ? 'blanks-now'
    : blanksDifference === null
      ? 'blanks-reason'
      : drawerProblem !== null
        ? 'drawer-now'
        : drawerDifference === null
          ? 'drawer-reason'
          : null;
  const isComplete =
    blanks.ok && drawerProblem === null && blanksDifference !== null && drawerDifference !== null;
  return {
    blanks: blanks.ok ? blanks.value : null,
    blanksProblem: blanks.ok ? null : blanks.error,
    ...{ cents, drawerProblem, blanksReasons, drawerReasons, lacking },
    closing: isComplete
      ? {
          ...{ blanks: blanks.value, expected, blanksDifference },
          ...{ paid: fees.paid, drawerCents: cents, drawerDifference },
        }
      : null,
  };
}

function reasonsForBlanks(more: number): readonly BlanksReason[] {
  if (more === 0) return [];
  return more < 0 ? BLANKS_REASONS.tooFew : BLANKS_REASONS.tooMany;
}

/** Null: a difference without a reason. One that was chosen for another difference is none for this one. */
function chosenOf<Reason extends DrawerReason>(
  reasons: readonly Reason[],
  chosen: Reason | null,
): Reason | 'none' | null {
  if (reasons.length === 0) return 'none';
  return reasons.find((reason) => reason === chosen) ?? null;
}
