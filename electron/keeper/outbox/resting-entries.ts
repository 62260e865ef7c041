import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { type CalendarDate, dayOfText, dayText } from '../../../shared/calendar.ts';
import { bytes } from '../../../shared/contract/bytes.ts';
import { decodeEntry, encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Database } from '../database/open-database.ts';
import { rewriteRows } from '../vault/rewrite-rows.ts';

/** So many that are alike go at once … */
const GO_AT_ONCE = 10;
/** … and so many of them always stay: whoever comes next is never alone. */
const ALWAYS_STAY = 5;

/** A row's number is no more than this: 2^47, as many as a random one may be. */
const MOST = 2 ** 47;

/**
 * Entries about applicants on their way to the ledger. They wait for others, so that the place of an entry tells nobody whose it is
 * (docs/decisions/0114). Their rows are in no order: each has a random number, and all are written anew with each that comes.
 */
export interface RestingEntries {
  /**
   * To be called inside the transaction of the act. `came`: the day of now, which is another one than the entry's where an erasure
   * ends late.
   */
  add(entries: readonly LedgerEntry[], came: CalendarDate): void;
  all(): readonly LedgerEntry[];
  /**
   * Takes out what may go now, shuffled: what came in a period that is over, and ten where fifteen are alike. To be called inside the
   * transaction in which they become pending.
   */
  takeRipe(isOver: (came: CalendarDate) => boolean): readonly Uint8Array[];
}

const restingRow = z.object({
  number: z.number().int(),
  entry: bytes,
  came: z.string().transform(dayOfText),
});
type RestingRow = z.infer<typeof restingRow>;

function entryIn({ entry }: RestingRow): LedgerEntry {
  const decoded = decodeEntry(entry);
  if (!decoded.ok) throw new Error('a resting entry cannot be read');
  return decoded.value;
}

/** In an order that nobody can tell. */
export function shuffled<Value>(values: readonly Value[]): readonly Value[] {
  const drawn: Value[] = [];
  for (const value of values) {
    // The place of one that is there already is taken over, and that one goes to the end.
    const place = randomInt(drawn.length + 1);
    const there = drawn[place];
    if (there !== undefined) drawn.push(there);
    drawn[place] = value;
  }
  return drawn;
}

/** Of each ten that are alike those that go, as long as five stay. */
function alikeToGo(rows: readonly RestingRow[]): readonly RestingRow[] {
  const alike = new Map<string, RestingRow[]>();
  for (const row of rows) {
    const bytes = Buffer.from(row.entry).toString('hex');
    alike.set(bytes, [...(alike.get(bytes) ?? []), row]);
  }
  return [...alike.values()].flatMap((same) => {
    const tens = Math.floor(Math.max(0, same.length - ALWAYS_STAY) / GO_AT_ONCE);
    return same.slice(0, tens * GO_AT_ONCE);
  });
}

/** Lets go of all that rest. Inside the caller's transaction. */
export function forgetRestingEntries(database: Database): void {
  database.prepare('DELETE FROM resting').run();
}

/** Those of one vault. */
export function createRestingEntries(database: Database): RestingEntries {
  const rows = (): readonly RestingRow[] =>
    z.array(restingRow).parse(database.prepare('SELECT * FROM resting ORDER BY number').all());

  function insert(entry: Uint8Array, came: string): void {
    const place = database.prepare('INSERT OR IGNORE INTO resting (number, entry, came) VALUES (?, ?, ?)');
    // The number of another one is drawn once in the life of a kiosk, if ever.
    while (place.run(randomInt(MOST), entry, came).changes === 0);
  }

  return {
    add(entries, came) {
      if (entries.length === 0) return;
      for (const entry of entries) insert(encodeEntry(entry), dayText(came));
      rewriteRows(database, ['resting']);
    },
    all: () => rows().map(entryIn),
    takeRipe(isOver) {
      const all = rows();
      const over = all.filter(({ came }) => isOver(came));
      const ripe = [...over, ...alikeToGo(all.filter((row) => !over.includes(row)))];
      if (ripe.length === 0) return [];
      const remove = database.prepare('DELETE FROM resting WHERE number = ?');
      for (const { number } of ripe) remove.run(number);
      rewriteRows(database, ['resting']);
      return shuffled(ripe.map(({ entry }) => entry));
    },
  };
}
