import { join } from 'node:path';
import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Period, Statistics } from '../../../shared/contract/statistics.ts';
import { err, ok } from '../../../shared/result.ts';
import { statisticsAsCsv } from '../../../shared/statistics/csv.ts';
import { figuresOfDay, figuresOfWeek } from '../../../shared/statistics/hide-small.ts';
import { daysBefore, weeksBefore } from '../../../shared/statistics/periods.ts';
import { smallestCountOf } from '../../../shared/statistics/smallest-count.ts';
import { writeDurably } from '../disk/write-durably.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { LedgerView } from '../ledger/ledger.ts';
import { countDays, type DayCount } from './count-days.ts';
import { findSlowDays } from './find-slow-days.ts';

type StatisticsCalls = Pick<Handlers<typeof keeperCalls>, 'readStatistics' | 'exportStatistics'>;

/** What counting needs of the kiosk. */
export interface StatisticsPort {
  readonly ledger: Pick<LedgerView, 'counts' | 'countOf' | 'entriesOn' | 'entryAt'>;
  readonly kiosk: { read(): KioskIdentity | null };
  readonly clock: { today(): CalendarDate };
  readonly policies: {
    readonly inForce: {
      readonly rules: { readonly statistics?: { readonly smallestCount: number } | undefined };
    };
  };
  /** Where exports are written (a stick), or nowhere. */
  readonly exportFolder: string | null;
}

/** What the ledger's entries come to (docs/statistics.md). No other figure leaves here than the page may show and print. */
export function statisticsCalls(port: StatisticsPort): StatisticsCalls {
  return {
    async readStatistics() {
      return ok(await statisticsOf(port));
    },
    async exportStatistics({ by }) {
      const folder = port.exportFolder;
      if (folder === null) return err({ kind: 'no-export-folder' });
      const { days, weeks, smallestCount } = await statisticsOf(port);
      const kiosk = port.kiosk.read()?.identifier.slice(0, 8) ?? 'kiosk';
      const file = `counterfoil-statistics-${kiosk}-${dayText(port.clock.today())}-${by}s.csv`;
      writeDurably(join(folder, file), [statisticsAsCsv(by === 'day' ? days : weeks, smallestCount)]);
      return ok({ file });
    },
  };
}

async function statisticsOf({ ledger, clock, policies }: StatisticsPort): Promise<Statistics> {
  const today = clock.today();
  const smallestCount = smallestCountOf(policies.inForce.rules);
  const days = daysBefore(today);
  const weeks = weeksBefore(today);
  const wanted = new Map([...days, ...weeks.flat()].map((day) => [dayText(day), day]));
  const counts = await countDays(ledger, [...wanted.values()]);
  const countOf = (day: CalendarDate): DayCount => {
    const count = counts.get(dayText(day));
    if (count === undefined) throw new Error('a day was not counted');
    return count;
  };
  return {
    smallestCount,
    days: days.map((day): Period => {
      const { ended, spoiled } = countOf(day);
      return {
        ...{ first: day, last: day },
        ended: [...figuresOfDay(ended, smallestCount)],
        spoiled: [...figuresOfDay(spoiled, smallestCount)],
      };
    }),
    weeks: weeks.map((week) => weekOf(week, week.map(countOf), smallestCount)),
    slowDays: [...findSlowDays(ledger, days, smallestCount)],
  };
}

function weekOf(week: readonly CalendarDate[], counts: readonly DayCount[], smallest: number): Period {
  const [first] = week;
  const last = week.at(-1);
  if (first === undefined || last === undefined) throw new Error('a week has days');
  const ended = counts.map((day) => day.ended);
  const spoiled = counts.map((day) => day.spoiled);
  return {
    ...{ first, last },
    ended: [...figuresOfWeek(ended, smallest)],
    spoiled: [...figuresOfWeek(spoiled, smallest)],
  };
}
