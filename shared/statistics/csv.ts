import { outcomes, spoilReasons } from '../application/application-state.ts';
import { dayText } from '../calendar.ts';
import type { Period } from '../contract/statistics/statistics-acts.ts';
import type { Figure } from './hide-small.ts';

/** In the place of a figure that is not told. A dash would be read as a minus, and a blank as zero. */
const HIDDEN = 'hidden';

/**
 * The figures as CSV by RFC 4180. Every cell is a figure, a day or a word of ours: none needs a quote, and none begins with
 * what a spreadsheet takes for a formula.
 */
export function statisticsAsCsv(periods: readonly Period[], smallestCount: number): string {
  const heading = [
    ...['first-day', 'last-day'],
    ...outcomes.map((outcome) => `ended-${outcome}`),
    ...spoilReasons.map((reason) => `spoiled-${reason}`),
    'hidden-below',
  ];
  const rows = periods.map(({ first, last, ended, spoiled }) => [
    ...[dayText(first), dayText(last)],
    ...[...ended, ...spoiled].map(cellOf),
    `${smallestCount}`,
  ]);
  return [heading, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function cellOf(figure: Figure): string {
  return figure === null ? HIDDEN : `${figure}`;
}
