import type { DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { DayOnSheet } from '../../../shared/slips/day-sheet.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';

type ClosedDay = Extract<DayOnSheet, { readonly kind: 'closed' }>;

/** The sheet that a closing ends with. */
export interface ClosingSheet {
  /**
   * Takes it as a checkpoint of the ledger. Null: the ledger's disk does not take the entries, and a code would speak for
   * the ledger from before the closing; the day is owed one.
   */
  take(by: MemberId, day: ClosedDay): DaySheet | null;
}

/** What it is made of. */
export interface ClosingSheetPort {
  readonly outbox: EntryRecorder & { waiting(): number };
  readonly ledger: { head(): { readonly sequence: number } | undefined };
  readonly daySheets: { owe(day: ClosedDay): void; make(now: DayOnSheet): DaySheet };
}

/** The closing sheets of one kiosk. */
export function createClosingSheet({ outbox, ledger, daySheets }: ClosingSheetPort): ClosingSheet {
  return {
    take(by, day) {
      daySheets.owe(day);
      if (outbox.waiting() > 0) return null;
      const entries = ledger.head()?.sequence ?? 0;
      outbox.record(({ utc }) => ({ kind: 'checkpoint-taken', utc, by, way: 'day-sheet', entries }));
      return outbox.waiting() > 0 ? null : daySheets.make(day);
    },
  };
}
