import { outcomes } from '../../../shared/application/application-state.ts';
import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Period, Statistics } from '../../../shared/contract/statistics/statistics-acts.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { type LedgerDetail, ledgerDetailOf } from '../../../shared/ledger/ledger-detail.ts';
import { err, ok } from '../../../shared/result.ts';
import { statisticsAsCsv } from '../../../shared/statistics/csv.ts';
import {
  type Figure,
  figuresOfDay,
  figuresOfWeek,
  type IsOnDaySheets,
} from '../../../shared/statistics/hide-small.ts';
import { daysBefore, weeksBefore } from '../../../shared/statistics/periods.ts';
import { smallestCountOf } from '../../../shared/statistics/smallest-count.ts';
import { exportName } from '../disk/export-names.ts';
import { saveExport } from '../disk/save-export.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import { type CountingLedger, countDays, type DayCount } from './count-days.ts';
import { findSlowDays, type LedgerOfDays } from './find-slow-days.ts';

type StatisticsCalls = Pick<Handlers<typeof keeperCalls>, 'readStatistics' | 'exportStatistics'>;

/** What counting needs of the kiosk. */
export interface StatisticsPort {
  readonly ledger: CountingLedger & LedgerOfDays;
  readonly kiosk: { read(): KioskIdentity | null };
  readonly clock: { today(): CalendarDate; dateAt(moment: number): CalendarDate };
  readonly policies: {
    readonly inForce: {
      readonly rules: {
        readonly statistics?: { readonly smallestCount: number } | undefined;
        readonly ledger?: LedgerDetail | undefined;
      };
    };
  };
  /** Erasures that are not proven yet: their entries come late, with the day on which they began, and rest before they are written. */
  readonly vault: { readonly wipes: { all(): readonly { readonly day: string }[] } };
  readonly outbox: { flush(): void; waiting(): number; resting(): readonly LedgerEntry[] };
  /** Where exports are written (a stick), or nowhere. */
  readonly exportFolder: string | null;
}

/** What the ledger's entries come to (docs/statistics.md). No figure of a table leaves here that the page may not print. */
export function statisticsCalls(port: StatisticsPort): StatisticsCalls {
  return {
    async readStatistics() {
      return statisticsOf(port);
    },
    async exportStatistics({ by }) {
      const counted = await statisticsOf(port);
      if (!counted.ok) return counted;
      const { days, weeks, smallestCount } = counted.value;
      const which = `${dayText(port.clock.today())}-${by}s`;
      const file = exportName('statistics', port.kiosk.read()?.identifier, which, 'csv');
      return saveExport(port.exportFolder, file, [
        statisticsAsCsv(by === 'day' ? days : weeks, smallestCount),
      ]);
    },
  };
}

/** Refused where entries of any day may still be on their way to the ledger. */
async function statisticsOf(port: StatisticsPort): Promise<Answer<Statistics>> {
  const { ledger, clock, policies, vault, outbox } = port;
  outbox.flush();
  if (outbox.waiting() > 0) return err({ kind: 'not-written' });
  const today = clock.today();
  const smallest = smallestCountOf(policies.inForce.rules);
  const days = daysBefore(today);
  const weeks = weeksBefore(today);
  const wanted = new Map([...days, ...weeks.flat()].map((day) => [dayText(day), day]));
  const unfinishedDays = () => [
    ...vault.wipes.all().map(({ day }) => day),
    ...outbox.resting().flatMap((entry) => ('day' in entry ? [dayText(entry.day)] : [])),
  ];
  const before = unfinishedDays();
  const counts = await countDays(ledger, [...wanted.values()]);
  // An erasure that was proven meanwhile may have its entry on a day that was counted without it.
  const unfinished = new Set([...before, ...unfinishedDays()]);
  const isWeekly = ledgerDetailOf(policies.inForce.rules).period === 'week';
  // One figure more of a day that was told already would be one person's. And of days that the ledger does not tell apart none is told.
  const isFinal = (all: readonly CalendarDate[]) =>
    !(isWeekly && all.length === 1) && !all.some((day) => unfinished.has(dayText(day)));
  const countsOf = (all: readonly CalendarDate[]) => all.map((day) => countOf(counts, day));
  return ok({
    smallestCount: smallest,
    days: days.map((day) => periodOf([day], isFinal([day]), countsOf([day]), smallest)),
    weeks: weeks.map((week) => periodOf(week, isFinal(week), countsOf(week), smallest)),
    slowDays: [
      ...findSlowDays(
        ledger,
        days.filter((day) => isFinal([day])),
        smallest,
        clock.dateAt,
      ),
    ],
  });
}

function countOf(counts: ReadonlyMap<string, DayCount>, day: CalendarDate): DayCount {
  const count = counts.get(dayText(day));
  if (count === undefined) throw new Error('a day was not counted');
  return count;
}

function periodOf(
  days: readonly CalendarDate[],
  isFinal: boolean,
  counts: readonly DayCount[],
  smallest: number,
): Period {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error('a period has days');
  // Whoever ended without its being told how would be missing in each column.
  const isMerged = counts.some(({ merged }) => merged > 0);
  const figures = (all: readonly (readonly number[])[], isOnDaySheets: IsOnDaySheets): Figure[] => {
    const told =
      all.length === 1
        ? figuresOfDay(all[0] ?? [], smallest, isOnDaySheets)
        : figuresOfWeek(all, smallest, isOnDaySheets);
    return told.map((figure) => (isFinal && !isMerged ? figure : null));
  };
  return {
    ...{ first, last },
    // Day sheets tell how many cards were handed over; of spoiled cards only the sum.
    ended: figures(
      counts.map(({ ended }) => ended),
      (column) => outcomes[column] === 'issued',
    ),
    spoiled: figures(
      counts.map(({ spoiled }) => spoiled),
      () => false,
    ),
  };
}
