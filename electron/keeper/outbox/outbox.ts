import type { CalendarDate } from '../../../shared/calendar.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/open-database.ts';
import type { OwedEntries } from './owed-entries.ts';

/** When an act is done, as far as the clock is believed. */
export interface ActTime {
  /** Epoch milliseconds. */
  readonly utc: number;
  readonly day: CalendarDate;
}

/** The one way to the ledger: acts are done in the vault together with the entries that they owe. */
export interface Outbox {
  /** Owes entries: to be called inside the transaction of the act. */
  owe(entries: readonly LedgerEntry[]): void;
  /**
   * Does an act of the vault and owes the ledger its entry, in one transaction; then carries the entry over.
   * An entry that the ledger's disk does not take stays owed: intake waits for it (`not-written`), and it is
   * tried again with every check of the keeper.
   */
  record(act: (at: ActTime) => LedgerEntry | readonly LedgerEntry[]): void;
  /** Carries over what is owed; what the ledger does not take stays owed, and everybody sees that. Never throws. */
  flush(): void;
  /**
   * Carries over what is owed, and does `done` in the transaction of the vault in which nothing is owed any more.
   * @throws the ledger's error when its disk does not take it; then all is still owed.
   */
  deliver(done: () => void): void;
  /** The time that acts are dated by. */
  now(): ActTime;
  /** How many entries wait. */
  waiting(): number;
}

/** What the outbox needs of the kiosk. */
export interface OutboxPort {
  readonly database: Database;
  readonly owed: OwedEntries;
  readonly clock: { now: Clock['now']; today: Clock['today'] };
  readonly traces: { erase(): boolean };
  onBug(where: string, error: unknown): void;
}

/** The outbox of one kiosk. */
export function createOutbox({ database, owed, clock, traces, onBug }: OutboxPort): Outbox {
  const now = (): ActTime => ({ utc: clock.now(), day: clock.today() });

  function flush(): void {
    try {
      const owing = owed.count() > 0;
      owed.settle();
      // What was owed for an ending is written: that was its last transaction.
      if (owing) traces.erase();
    } catch (error) {
      onBug('owed ledger entries', error);
    }
  }

  return {
    owe: owed.owe,
    record(act) {
      database.transaction(() => {
        owed.owe([act(now())].flat());
      })();
      flush();
    },
    flush,
    now,
    deliver: (done) => owed.settle(done),
    waiting: owed.count,
  };
}
