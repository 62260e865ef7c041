import { i18n } from '@lingui/core';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { Period } from '../../../shared/contract/statistics/statistics-acts.ts';

/** "Tue, Nov 24", or a week as "Nov 16 – 22": the first column of a table, so as short as it can be read. */
export function periodInWords({ first, last }: Pick<Period, 'first' | 'last'>): string {
  const from = momentOf(first);
  const to = momentOf(last);
  const date = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return from === to
    ? new Intl.DateTimeFormat(i18n.locale, { ...date, weekday: 'short' }).format(from)
    : new Intl.DateTimeFormat(i18n.locale, date).formatRange(from, to);
}

function momentOf({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day);
}
