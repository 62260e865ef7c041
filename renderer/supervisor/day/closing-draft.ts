import type { DayFigures } from '../../../shared/contract/counter-day/day-acts.ts';
import { drawerVerdict } from '../../../shared/counter-day/drawer.ts';
import { type CountedProblem, readBlanks, readMoney } from '../../../shared/counter-day/read-counted.ts';
import type { DifferenceReason } from '../../../shared/ledger/reasons.ts';
import { digitsOf } from '../../../shared/money-in-words.ts';

/** Why there is a difference. */
export type GivenReason = Exclude<DifferenceReason, 'none'>;

/** What is typed and chosen at closing. */
export interface ClosingDraft {
  readonly blanks: string;
  /** Empty: nobody counted it. */
  readonly drawer: string;
  readonly blanksReason: GivenReason | null;
  readonly drawerReason: GivenReason | null;
}

export const EMPTY_DRAFT: ClosingDraft = { blanks: '', drawer: '', blanksReason: null, drawerReason: null };

/** What the keeper is asked to close with. */
export interface CheckedClosing {
  readonly blanks: number;
  readonly expected: number;
  readonly blanksDifference: DifferenceReason;
  readonly drawerCents: number | null;
  readonly drawerDifference: DifferenceReason;
}

/** How a draft stands to the figures: told as it is typed. */
export interface JudgedDraft {
  readonly blanks: number | null;
  readonly blanksProblem: CountedProblem | null;
  readonly cents: number | null;
  readonly drawerProblem: Exclude<CountedProblem, 'empty'> | null;
  /** The reasons there may be for each difference; none: there is no difference. */
  readonly blanksReasons: readonly GivenReason[];
  readonly drawerReasons: readonly GivenReason[];
  /** The first thing to do before the day can be closed, by its control; null: nothing. */
  readonly lacking: 'blanks-now' | 'blanks-reason' | 'drawer-now' | 'drawer-reason' | null;
  /** Null: something is missing. */
  readonly closing: CheckedClosing | null;
}

/** What is too much was neither damaged nor lost, and money is not thrown away damaged. */
const REASONS = {
  tooFewBlanks: ['miscounted', 'damaged', 'missing', 'not-known'],
  tooManyBlanks: ['miscounted', 'not-known'],
  tooLittleMoney: ['miscounted', 'missing', 'not-known'],
  tooMuchMoney: ['miscounted', 'not-known'],
} as const satisfies Record<string, readonly GivenReason[]>;

/** Reads a draft. A difference needs a reason, and what is as expected has none. */
export function judgeDraft(draft: ClosingDraft, { blanks: left, fees }: DayFigures): JudgedDraft {
  const { expected } = left;
  const blanks = readBlanks(draft.blanks);
  const money = fees.expected === null ? null : readMoney(draft.drawer, digitsOf(fees.expected.currency));
  const cents = money?.ok === true ? money.value : null;
  const drawerProblem = money === null || money.ok || money.error === 'empty' ? null : money.error;
  const verdict = drawerVerdict(fees.expected, cents);
  const blanksReasons = blanks.ok ? reasonsForBlanks(blanks.value - expected) : [];
  const drawerReasons =
    verdict === 'short' ? REASONS.tooLittleMoney : verdict === 'over' ? REASONS.tooMuchMoney : [];
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
      ? { blanks: blanks.value, expected, blanksDifference, drawerCents: cents, drawerDifference }
      : null,
  };
}

function reasonsForBlanks(more: number): readonly GivenReason[] {
  if (more === 0) return [];
  return more < 0 ? REASONS.tooFewBlanks : REASONS.tooManyBlanks;
}

/** Null: a difference without a reason. One that was chosen for another difference is none for this one. */
function chosenOf(reasons: readonly GivenReason[], chosen: GivenReason | null): DifferenceReason | null {
  if (reasons.length === 0) return 'none';
  return reasons.find((reason) => reason === chosen) ?? null;
}
