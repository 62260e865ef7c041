import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { type LedgerDetail, periodOf } from '../../../shared/ledger/ledger-detail.ts';
import type { DayCounts } from '../ledger/ledger.ts';

/** What is counted of a day so far. */
export interface CountsSoFar {
  /** Of the ledger, and of the entries that rest. Under a policy whose ledger tells of weeks: of the day's week. */
  of(day: CalendarDate): DayCounts;
}

/** What that is counted from. */
export interface CountsPort {
  readonly ledger: { counts(day: CalendarDate): DayCounts };
  readonly outbox: { resting(): readonly LedgerEntry[] };
  detail(): LedgerDetail;
}

/** The counts of one kiosk. */
export function createCountsSoFar({ ledger, outbox, detail }: CountsPort): CountsSoFar {
  return {
    of(day) {
      const period = periodOf(day, detail());
      const written = ledger.counts(period);
      const resting = outbox
        .resting()
        .filter((entry) => 'day' in entry && dayText(entry.day) === dayText(period));
      const restingOf = (kind: LedgerEntry['kind']): number =>
        resting.filter((entry) => entry.kind === kind).length;
      return {
        issued: written.issued + restingOf('handoff'),
        spoiled: written.spoiled + restingOf('spoiled'),
        wiped: written.wiped + restingOf('erased'),
      };
    },
  };
}
