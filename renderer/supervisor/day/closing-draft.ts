import type { DayFigures } from '../../../shared/contract/counter-day/day-acts.ts';
import { drawerVerdict } from '../../../shared/counter-day/drawer.ts';
import { type CountedProblem, readBlanks, readMoney } from '../../../shared/counter-day/read-counted.ts';
import type { DifferenceReason } from '../../../shared/ledger/reasons.ts';
import { digitsOf } from '../../../shared/money-in-words.ts';

/** What is typed and chosen at closing. */
export interface ClosingDraft {
  readonly blanks: string;
  /** Empty: nobody counted it. */
  readonly drawer: string;
  readonly blanksReason: DifferenceReason | null;
  readonly drawerReason: DifferenceReason | null;
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
  readonly areBlanksOff: boolean;
  readonly isDrawerOff: boolean;
  /** Null: something is missing. */
  readonly closing: CheckedClosing | null;
}

/** Reads a draft. A difference needs a reason, and what is as expected has none. */
export function judgeDraft(draft: ClosingDraft, { blanks: left, fees }: DayFigures): JudgedDraft {
  const { expected } = left;
  const blanks = readBlanks(draft.blanks);
  const money = fees.expected === null ? null : readMoney(draft.drawer, digitsOf(fees.expected.currency));
  const cents = money?.ok === true ? money.value : null;
  const drawerProblem = money === null || money.ok || money.error === 'empty' ? null : money.error;
  const verdict = drawerVerdict(fees.expected, cents);
  const areBlanksOff = blanks.ok && blanks.value !== expected;
  const isDrawerOff = verdict === 'short' || verdict === 'over';
  const blanksDifference = areBlanksOff ? draft.blanksReason : 'none';
  const drawerDifference = isDrawerOff ? draft.drawerReason : 'none';
  const isComplete =
    blanks.ok && drawerProblem === null && blanksDifference !== null && drawerDifference !== null;
  return {
    blanks: blanks.ok ? blanks.value : null,
    blanksProblem: blanks.ok ? null : blanks.error,
    ...{ cents, drawerProblem, areBlanksOff, isDrawerOff },
    closing: isComplete
      ? { blanks: blanks.value, expected, blanksDifference, drawerCents: cents, drawerDifference }
      : null,
  };
}
