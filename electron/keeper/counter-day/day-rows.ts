import { z } from 'zod';
import { type MemberId, memberId } from '../../../shared/contract/ids.ts';
import { calendarDate } from '../../../shared/contract/status.ts';
import { json } from '../database/json-column.ts';
import type { Database } from '../database/open-database.ts';

const figure = z.number().int().min(0);

/** Cards that were made and whose entries the ledger does not have yet, and their fees. */
export const waitingCards = z.object({ cards: figure, paid: figure, waived: figure });
export type WaitingCards = z.infer<typeof waitingCards>;

const restingTally = z.object({
  issued: figure,
  spoiled: figure,
  wiped: figure,
  forgottenCards: figure,
  paid: figure,
  waived: figure,
});
/** Counts of entries that rested when the day was opened: they came before it. */
export type RestingCounts = z.infer<typeof restingTally>;

const NOTHING_RESTED: RestingCounts = {
  ...{ issued: 0, spoiled: 0, wiped: 0 },
  ...{ forgottenCards: 0, paid: 0, waived: 0 },
};

/** Those of a tally. */
export function restingCounts(counts: RestingCounts): RestingCounts {
  const { issued, spoiled, wiped, forgottenCards, paid, waived } = counts;
  return { issued, spoiled, wiped, forgottenCards, paid, waived };
}

const openDayRow = z.object({
  /** Epoch milliseconds. */
  opened: z.number().int(),
  day: json(calendarDate),
  /** Its entry in the ledger: what is counted since comes after it, whatever clocks and midnights do. */
  ledger_entry: z.number().int().min(1),
  blanks: figure,
  added: figure,
  test_cards: figure,
  /** Of what waited when it was opened: those blanks were gone by then. */
  waiting: json(waitingCards),
  resting: json(restingTally),
});
/** The day that is open. */
export type OpenDay = z.infer<typeof openDayRow>;
/** Where its counting begins. */
export type DayStart = Pick<OpenDay, 'ledger_entry' | 'waiting' | 'resting'>;

const packUpRow = z.object({
  by: memberId,
  ended: figure,
  done: z.number().int().min(0).max(1),
});
/** The kiosk is packed up (`done`: 1) or on the way there, by whom, and how many open applications that ended. */
export type PackUpRow = z.infer<typeof packUpRow>;

/** The counter's day and the packing up, one row each at most. */
export interface DayRows {
  day(): OpenDay | null;
  open(day: DayStart & Pick<OpenDay, 'opened' | 'day' | 'blanks'>): void;
  close(): void;
  /** Inside the transaction in which what rests is let go of without being written: the day would else count less than nothing. */
  forgetResting(): void;
  setAdded(blanks: number): void;
  /** A test card was ordered, or the printer says that it did not make one; nothing where no day is open. */
  addTestCards(count: 1 | -1): void;
  packUp(): PackUpRow | null;
  beginPackUp(by: MemberId): void;
  addEnded(applications: number): void;
  finishPackUp(): void;
  /** The counter is open again. */
  unpack(): void;
}

/** The rows in the vault's file. */
export function createDayRows(database: Database): DayRows {
  const run = (sql: string, ...values: readonly (string | number)[]): void => {
    database.prepare(sql).run(...values);
  };
  return {
    day() {
      const row = database.prepare('SELECT * FROM counter_day').get();
      return row === undefined ? null : openDayRow.parse(row);
    },
    open({ opened, day, ledger_entry, blanks, waiting, resting }) {
      run(
        'INSERT INTO counter_day (only_one, opened, day, ledger_entry, blanks, waiting, resting) VALUES (1, ?, ?, ?, ?, ?, ?)',
        ...[opened, JSON.stringify(day), ledger_entry, blanks, JSON.stringify(waiting)],
        JSON.stringify(resting),
      );
    },
    close: () => run('DELETE FROM counter_day'),
    forgetResting: () => run('UPDATE counter_day SET resting = ?', JSON.stringify(NOTHING_RESTED)),
    setAdded: (blanks) => run('UPDATE counter_day SET added = ?', blanks),
    addTestCards: (count) => run('UPDATE counter_day SET test_cards = max(0, test_cards + ?)', count),
    packUp() {
      const row = database.prepare('SELECT * FROM pack_up').get();
      return row === undefined ? null : packUpRow.parse(row);
    },
    beginPackUp: (by) => run('INSERT INTO pack_up (only_one, by) VALUES (1, ?)', by),
    addEnded: (applications) => run('UPDATE pack_up SET ended = ended + ?', applications),
    finishPackUp: () => run('UPDATE pack_up SET done = 1'),
    unpack: () => run('DELETE FROM pack_up'),
  };
}
