import { setImmediate } from 'node:timers/promises';
import { outcomes, spoilReasons } from '../../../shared/application/application-state.ts';
import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import { mergedOutcome } from '../../../shared/ledger/applicant-entries.ts';
import type { CountedWord } from '../../../shared/ledger/encode-entry.ts';

/** What one day comes to, in the order of `outcomes` and of `spoilReasons`. */
export interface DayCount {
  readonly ended: readonly number[];
  readonly spoiled: readonly number[];
  /** Of how many the ledger tells no more than that they ended. */
  readonly merged: number;
}

/** A ledger that counts how many entries of a day say this. */
export interface CountingLedger {
  countOf(counted: CountedWord, day: CalendarDate): number;
}

/**
 * Counts each of the days, by its text. Between two days the keeper hears everybody else: a day takes as long as it takes to
 * look at its own entries, however long the ledger is.
 */
export async function countDays(
  ledger: CountingLedger,
  days: readonly CalendarDate[],
): Promise<ReadonlyMap<string, DayCount>> {
  const counts = new Map<string, DayCount>();
  for (const day of days) {
    counts.set(dayText(day), {
      ended: outcomes.map(
        (word) =>
          ledger.countOf({ kind: 'wiped', word }, day) + ledger.countOf({ kind: 'erased', word }, day),
      ),
      merged: ledger.countOf({ kind: 'erased', word: mergedOutcome }, day),
      spoiled: spoilReasons.map((word) => ledger.countOf({ kind: 'spoiled', word }, day)),
    });
    await setImmediate();
  }
  return counts;
}
