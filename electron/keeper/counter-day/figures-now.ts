import type { CalendarDate } from '../../../shared/calendar.ts';
import type { DayFigures } from '../../../shared/contract/counter-day/day-acts.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { figuresOf, openingsOf, since, tally } from './day-figures.ts';
import { type DayStart, type OpenDay, restingCounts } from './day-rows.ts';
import { cardsWaiting, type WaitingPort } from './waiting-cards.ts';

/** What a day is counted by, as of now. */
export interface FiguresNow {
  /** Where a day begins to count that is opened now. Nothing may be pending for the ledger. */
  start(): DayStart;
  /** The figures of the open day. */
  of(day: OpenDay): DayFigures;
}

/** What the figures of a day are told from. */
export interface FiguresPort extends WaitingPort {
  readonly ledger: {
    head(): { readonly sequence: number } | undefined;
    since(sequence: number): Iterable<LedgerEntry>;
    ofKind(kind: 'day-opened'): readonly LedgerEntry[];
  };
  readonly outbox: { resting(): readonly LedgerEntry[] };
  readonly policies: { readonly inForce: { readonly rules: CompletePolicy } };
  readonly clock: { today(): CalendarDate };
}

/** The figures of one kiosk: by its ledger, by entries that rest on their way there, and by cards that nobody counts yet. */
export function createFiguresNow(port: FiguresPort): FiguresNow {
  const { ledger, outbox, policies, clock } = port;
  return {
    start: () => ({
      // Nothing is pending: so it is the next entry, also where the ledger takes it only later.
      ledger_entry: (ledger.head()?.sequence ?? 0) + 1,
      waiting: cardsWaiting(port),
      resting: restingCounts(tally(outbox.resting())),
    }),
    of: (day) =>
      figuresOf({
        day,
        opening: openingsOf(day.day, ledger.ofKind('day-opened')),
        counted: since(tally(ledger.since(day.ledger_entry)), tally(outbox.resting()), day.resting),
        waiting: cardsWaiting(port),
        policy: policies.inForce.rules,
        today: clock.today(),
      }),
  };
}
