import { t } from '@lingui/core/macro';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { StatisticsPaper } from '../../../shared/contract/paper.ts';
import type { Span, Statistics } from '../../../shared/contract/statistics/statistics-acts.ts';
import { dateInWords } from '../dates.ts';
import { sectionInWords } from '../section.ts';
import { figureInWords, leftOutInWords, spanHeading } from '../statistics/figures.ts';
import { periodInWords } from '../statistics/period.ts';
import { figuresTables } from '../statistics/tables.ts';

/** The figures on paper: those that are on the screen, and no other. */
export function statisticsOnPaper(
  { days, weeks, smallestCount }: Statistics,
  span: Span,
  { kioskName, today }: { readonly kioskName: string; readonly today: CalendarDate },
): StatisticsPaper {
  const day = dateInWords(today);
  return {
    kind: 'statistics',
    heading: sectionInWords('statistics'),
    lines: [
      t({
        message: `${kioskName}. Printed on ${day}.`,
        comment: 'First line of a printed page of counts. {kioskName} is the kiosk’s name, {day} a date.',
      }),
      ...leftOutInWords(smallestCount),
    ],
    tables: figuresTables().map(({ heading, columns, figuresOf }) => ({
      label: heading,
      columns: [spanHeading(span), ...columns],
      rows: (span === 'day' ? days : weeks).map((period) => [
        periodInWords(period),
        ...figuresOf(period).map(figureInWords),
      ]),
    })),
  };
}
