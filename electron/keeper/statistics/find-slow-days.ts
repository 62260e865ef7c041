import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { NumberedEntry } from '../../../shared/contract/ledger-pages.ts';
import type { SlowDay } from '../../../shared/contract/statistics/statistics-acts.ts';
import type { KindOfDay } from '../../../shared/ledger/encode-entry.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import { factsOf } from '../../../shared/statistics/slow-day.ts';
import type { DayCounts } from '../ledger/ledger.ts';

/** A ledger whose entries of one day can be looked at. */
export interface LedgerOfDays {
  counts(day: CalendarDate): DayCounts;
  entriesOn(kind: KindOfDay, day: CalendarDate, most: number): readonly NumberedEntry[];
  ofKind(kind: EntryKindName): readonly LedgerEntry[];
}

/**
 * The days on which fewer than `smallest` applications ended and that have an entry about an applicant, with what the ledger tells of
 * them, the newest first. A day on which none ended may have one: a card was spoiled and its application set aside, or one was lost.
 * `dayOf`: the day here of a moment (epoch milliseconds).
 */
export function findSlowDays(
  ledger: LedgerOfDays,
  days: readonly CalendarDate[],
  smallest: number,
  dayOf: (moment: number) => CalendarDate,
): readonly SlowDay[] {
  const acts = actsOfStaff(ledger, dayOf);
  return days.toReversed().flatMap((day) => {
    const ended = ledger.counts(day).wiped;
    if (ended >= smallest) return [];
    const actsThen = acts.filter((act) => act.day === dayText(day)).map(({ entry }) => entry);
    const entries = [...entriesOf(ledger, day), ...actsThen];
    return entries.length === 0 ? [] : [{ day, ended, facts: [...factsOf(entries)] }];
  });
}

/** What is looked for. Of “issued-again” all that a ledger has are looked at: its word is as long as the index is. */
const KINDS = [
  'issued',
  'issued-again',
  'fee',
  'wiped',
  'erased',
  'unsearched',
  'forgotten',
  'denied',
  'spoiled',
  'locked',
  'unlocked',
] as const satisfies readonly KindOfDay[];

/** Acts of staff about one application each, whose entries have a moment, or the beginning of the day. */
const ACTS = ['finish-refused', 'record-produced', 'wipe-closed'] as const satisfies readonly EntryKindName[];

/** There are few of them, and no index by the day here. */
function actsOfStaff(
  ledger: LedgerOfDays,
  dayOf: (moment: number) => CalendarDate,
): readonly { readonly day: string; readonly entry: LedgerEntry }[] {
  return ACTS.flatMap((kind) => ledger.ofKind(kind)).flatMap((entry) =>
    'utc' in entry ? [{ day: dayText(dayOf(entry.utc)), entry }] : [],
  );
}

/** Entries of people who were there on that day. */
function entriesOf(ledger: LedgerOfDays, day: CalendarDate): readonly LedgerEntry[] {
  // On a day on which few ended few were served; whatever else was printed is not looked through.
  const most = 100;
  return KINDS.flatMap((kind) => ledger.entriesOn(kind, day, most).map(({ entry }) => entry));
}
