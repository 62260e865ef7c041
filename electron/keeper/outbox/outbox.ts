import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import { isWithoutMoment } from '../../../shared/ledger/day-of-act.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import { type LedgerDetail, periodOf } from '../../../shared/ledger/ledger-detail.ts';
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
   * Does an act of the vault and makes its entry pending, in one transaction; then carries the entry over. One about an applicant
   * waits for others first (`resting`).
   * An entry that the ledger's disk does not take stays pending: intake waits for it (`not-written`), and it is
   * tried again with every check of the keeper.
   */
  record(act: (at: ActTime) => LedgerEntry | readonly LedgerEntry[]): void;
}

/** The one way to the ledger: acts are done in the vault together with their pending entries. */
export interface Outbox extends EntryRecorder {
  /** Adds entries to those that are pending or resting: to be called inside the transaction of the act. */
  enqueue(entries: readonly LedgerEntry[]): void;
  /**
   * Carries over what is pending; what the ledger does not take stays so, and everybody sees that. Until somebody has signed in
   * since the start all of it waits. Never throws.
   */
  flush(): void;
  /**
   * The counter's day is over: what rests goes to the ledger, in an order that nobody can tell. Once on a date: whoever comes after that
   * waits until the date is over, however often a day is closed. Under a policy whose ledger tells of weeks it goes on resting.
   */
  endDay(): void;
  /** Entries about applicants that wait for others. They are counted wherever the ledger's are. */
  resting(): readonly LedgerEntry[];
  /** The time that acts are dated by. */
  now(): ActTime;
  /** Whether there is such an entry of this kind: in the ledger, or on its way there. */
  has(kind: EntryKindName, is: (entry: LedgerEntry) => boolean): boolean;
  /** Inside a transaction: what is pending goes to a ledger that is not opened yet, behind what stands of the one before. */
  countAnew(standing: readonly LedgerEntry[]): void;
  /**
   * Before a roll that comes while some may be pending: the sequence that it takes is none of theirs. False: the disk does not take
   * that, and nothing may be written to the ledger now. Never throws.
   */
  leaveRoomForRoll(): boolean;
  /** How many entries the ledger should have and does not. Those that rest are none of them. */
  waiting(): number;
  /** Whether what waits can be written now, as far as keys go: somebody has signed in since the start. Never throws. */
  isOpen(): boolean;
}

/** What the outbox needs of the kiosk. */
export interface OutboxPort {
  readonly database: Database;
  readonly kiosk: { emptiedDay(): string | null; noteEmptiedDay(date: string): void };
  readonly pending: PendingEntries;
  readonly clock: {
    now(): number;
    today(): CalendarDate;
    dateAt(moment: number): CalendarDate;
    startOf(day: CalendarDate): number;
  };
  /** What the policy in force has the ledger tell. */
  detail(): LedgerDetail;
  readonly traces: { erase(): boolean };
  onBug(where: string, error: unknown): void;
}

/** The outbox of one kiosk. */
export function createOutbox({ database, kiosk, pending, clock, detail, traces, onBug }: OutboxPort): Outbox {
  const now = (): ActTime => ({ utc: clock.now(), day: clock.today() });

  const coarse = (entry: LedgerEntry): LedgerEntry =>
    isWithoutMoment(entry) ? { ...entry, utc: clock.startOf(clock.dateAt(entry.utc)) } : entry;

  const enqueue = (entries: readonly LedgerEntry[]): void => pending.enqueue(entries.map(coarse));

  /**
   * Whether the period in which an entry came to rest is another one than now. Not that of the entry's own day: an erasure that ends
   * late, by a printer that was off, would go alone; so it waits with those of the day on which it ends.
   */
  const isOver = (came: CalendarDate): boolean =>
    dayText(periodOf(came, detail())) !== dayText(periodOf(clock.today(), detail()));

  function carryOver(ripen: () => void): void {
    try {
      // What rests goes on resting until it can be signed: in the vault it would have an order.
      if (!pending.isOpen()) return;
      ripen();
      const hadPending = pending.count() > 0;
      pending.deliver();
      // What was pending for an ending is written: that was its last transaction.
      if (hadPending) traces.erase();
    } catch (error) {
      onBug('pending ledger entries', error);
    }
  }

  const flush = (): void => carryOver(() => pending.ripen(isOver));

  return {
    enqueue,
    record(act) {
      database.transaction(() => {
        enqueue([act(now())].flat());
      })();
      flush();
    },
    flush,
    endDay() {
      const today = dayText(clock.today());
      if (detail().period === 'week' || kiosk.emptiedDay() === today) return flush();
      // Where nothing rested nobody went, so whoever comes next does not go alone for that.
      const ripenAll = () =>
        pending.ripen(
          () => true,
          () => kiosk.noteEmptiedDay(today),
        );
      carryOver(ripenAll);
    },
    resting: pending.resting,
    now,
    has: pending.has,
    countAnew: pending.countAnew,
    leaveRoomForRoll() {
      try {
        pending.leaveRoomForRoll();
        return true;
      } catch (error) {
        onBug('pending ledger entries', error);
        return false;
      }
    },
    waiting: pending.count,
    isOpen: pending.isOpen,
  };
}
