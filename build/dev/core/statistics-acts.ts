import { outcomes, spoilReasons } from '../../../shared/application/application-state.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import type { Period, Statistics } from '../../../shared/contract/statistics/statistics-acts.ts';
import { ok } from '../../../shared/result.ts';
import { figuresOfDay, figuresOfWeek } from '../../../shared/statistics/hide-small.ts';
import { daysBefore, weeksBefore } from '../../../shared/statistics/periods.ts';

type StatisticsActs = Pick<Handlers<typeof screenCalls>, 'readStatistics' | 'exportStatistics'>;

/** The day on which every fixture plays. */
const TODAY: CalendarDate = { year: 2026, month: 11, day: 24 };
const SMALLEST = 5;

const isIssued = (column: number): boolean => outcomes[column] === 'issued';
const isNone = (): boolean => false;

/** Invented counts of a day: closed on weekends, some busy days, and a slow one. */
function countsOf({ year, month, day }: CalendarDate): {
  readonly ended: number[];
  readonly spoiled: number[];
} {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const isClosed = weekday === 0 || weekday === 6;
  const isSlow = day === 20;
  const busy = isClosed ? 0 : isSlow ? 1 : 24 + ((day * 7) % 15);
  const some = isClosed || isSlow ? 0 : 1;
  return {
    ended: outcomes.map((outcome, index) => (outcome === 'issued' ? busy : some * ((day + index * 3) % 7))),
    spoiled: spoilReasons.map((_reason, index) => some * ((day * (index + 2)) % 6)),
  };
}

function dayOf(date: CalendarDate): Period {
  const { ended, spoiled } = countsOf(date);
  return {
    ...{ first: date, last: date },
    ended: [...figuresOfDay(ended, SMALLEST, isIssued)],
    spoiled: [...figuresOfDay(spoiled, SMALLEST, isNone)],
  };
}

function weekOf(days: readonly CalendarDate[]): Period {
  const counts = days.map(countsOf);
  return {
    ...{ first: days[0] ?? TODAY, last: days.at(-1) ?? TODAY },
    ended: [
      ...figuresOfWeek(
        counts.map(({ ended }) => ended),
        SMALLEST,
        isIssued,
      ),
    ],
    spoiled: [
      ...figuresOfWeek(
        counts.map(({ spoiled }) => spoiled),
        SMALLEST,
        isNone,
      ),
    ],
  };
}

/** An ordinary quarter at an invented counter. */
export const SOME_STATISTICS: Statistics = {
  smallestCount: SMALLEST,
  days: daysBefore(TODAY).map(dayOf),
  weeks: weeksBefore(TODAY).map(weekOf),
  slowDays: [
    {
      day: { year: 2026, month: 11, day: 20 },
      ended: 1,
      facts: [
        { fact: 'issued', count: 1 },
        { fact: 'renewal', count: 1 },
        { fact: 'fee-waived', count: 1 },
      ],
    },
  ],
};

/** Calls about what the ledger comes to. */
export const statisticsActs: StatisticsActs = {
  readStatistics: () => ok(SOME_STATISTICS),
  exportStatistics: ({ by }) => ok({ file: `statistics-2026-11-24-${by}s.csv` }),
};
