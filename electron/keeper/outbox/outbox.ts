import type { CalendarDate } from '../../../shared/calendar.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Database } from '../database/open-database.ts';
import type { PendingEntries } from './pending-entries.ts';

/** When an act is done, as far as the clock is believed. */
export interface ActTime {
  /** Epoch milliseconds. */
  readonly utc: number;
  readonly day: CalendarDate;
}

/** Acts that are done only together with the ledger entry that tells of them. */
export interface EntryRecorder {
  /**
   * Does an act of the vault and makes its entry pending, in one transaction; then carries the entry over.
   * An entry that the ledger's disk does not take stays pending: intake waits for it (`not-written`), and it is
   * tried again with every check of the keeper.
   */
  record(act: (at: ActTime) => LedgerEntry | readonly LedgerEntry[]): void;
}

/** The one way to the ledger: acts are done in the vault together with their pending entries. */
export interface Outbox extends EntryRecorder {
  /** Adds entries to those that are pending: to be called inside the transaction of the act. */
  enqueue(entries: readonly LedgerEntry[]): void;
  /**
   * Carries over what is pending; what the ledger does not take stays so, and everybody sees that. Until somebody has signed in
   * since the start all of it waits. Never throws.
   */
  flush(): void;
  /**
   * Carries over what is pending, and does `done` in the transaction of the vault in which nothing is any more.
   * @throws the ledger's error when its disk does not take it, and while the outbox is not open; then all is still pending.
   */
  deliver(done: () => void): void;
  /** The time that acts are dated by. */
  now(): ActTime;
  /** Whether there is such an entry of this kind: in the ledger, or waiting for it. */
  has(kind: EntryKindName, is: (entry: LedgerEntry) => boolean): boolean;
  /** Inside a transaction: what is pending goes to a ledger that is not opened yet. */
  countAnew(): void;
  /** How many entries wait. */
  waiting(): number;
  /** Whether what waits can be written now, as far as keys go: somebody has signed in since the start. Never throws. */
  isOpen(): boolean;
}

/** What the outbox needs of the kiosk. */
export interface OutboxPort {
  readonly database: Database;
  readonly pending: PendingEntries;
  readonly clock: { now(): number; today(): CalendarDate };
  readonly traces: { erase(): boolean };
  onBug(where: string, error: unknown): void;
}

/** The outbox of one kiosk. */
export function createOutbox({ database, pending, clock, traces, onBug }: OutboxPort): Outbox {
  const now = (): ActTime => ({ utc: clock.now(), day: clock.today() });

  function flush(): void {
    try {
      if (!pending.isOpen()) return;
      const hadPending = pending.count() > 0;
      pending.deliver();
      // What was pending for an ending is written: that was its last transaction.
      if (hadPending) traces.erase();
    } catch (error) {
      onBug('pending ledger entries', error);
    }
  }

  return {
    enqueue: pending.enqueue,
    record(act) {
      database.transaction(() => {
        pending.enqueue([act(now())].flat());
      })();
      flush();
    },
    flush,
    now,
    deliver: (done) => pending.deliver(done),
    has: pending.has,
    countAnew: pending.countAnew,
    waiting: pending.count,
    isOpen: pending.isOpen,
  };
}
