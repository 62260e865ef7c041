import type { CalendarDate } from '../../../shared/calendar.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { LedgerFilter, NumberedEntry } from '../../../shared/contract/ledger-pages.ts';
import { bytesOfDay } from '../../../shared/ledger/day-bytes.ts';
import { decodeEntry, encodeKind } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { LocalCalendar } from '../../../shared/local-calendar.ts';
import { INDEXED_BYTES, type LedgerRows } from './ledger-rows.ts';

/** Rows that one call passes by: 10 ms or so, in which the keeper hears nobody else. */
const ROWS_AT_ONCE = 8_192;
const ENTRIES_AT_ONCE = 50;

/** The days at this counter. */
export type EntryCalendar = Pick<LocalCalendar, 'dateAt' | 'startOf'>;

/** Some entries, the newest first. */
export interface EntriesPage {
  readonly entries: readonly NumberedEntry[];
  /** Where to go on: before this entry. Null: the first entry of the ledger was passed. */
  readonly before: number | null;
}

/**
 * Reads entries backwards from `before` (null: from the newest). A page may be empty although more follows: however
 * rare a kind is, no call takes long. What cannot be read is left out: `verify` names it.
 */
export function readEntries(
  rows: LedgerRows,
  calendar: EntryCalendar,
  { kind, day }: LedgerFilter,
  before: number | null,
): EntriesPage {
  const end = before ?? (rows.last()?.sequence ?? 0) + 1;
  const start = Math.max(1, end - ROWS_AT_ONCE);
  const found = rows.newest({
    ...{ start, end, most: ENTRIES_AT_ONCE },
    beginning: kind === null ? null : encodeKind(kind).subarray(0, INDEXED_BYTES),
    holding: day === null ? null : bytesOfDay(day, calendar.startOf(day)),
  });
  const entries = found.flatMap(({ sequence, bytes }) => {
    const entry = decodeEntry(bytes);
    if (!entry.ok || (day !== null && !isOf(day, entry.value, calendar))) return [];
    return [{ sequence, entry: entry.value }];
  });
  const reached = found.length < ENTRIES_AT_ONCE ? start : (found.at(-1)?.sequence ?? start);
  return { entries, before: reached > 1 ? reached : null };
}

function isOf(day: CalendarDate, entry: LedgerEntry, { dateAt }: EntryCalendar): boolean {
  return dayText('day' in entry ? entry.day : dateAt(entry.utc)) === dayText(day);
}
