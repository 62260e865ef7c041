import type { CalendarDate } from '../../../shared/calendar.ts';
import type { DayOnSheet } from '../../../shared/slips/day-sheet.ts';
import type { OpenDay } from './day-rows.ts';
import type { FiguresNow } from './figures-now.ts';

type Counts = Extract<DayOnSheet, { readonly kind: 'not-counted' }>['counts'];

/** What tells of a day on a sheet. */
export interface DayOnSheetPort {
  readonly dayRows: { day(): OpenDay | null };
  readonly figures: FiguresNow;
  readonly countsSoFar: { of(day: CalendarDate): Counts };
  readonly clock: { today(): CalendarDate };
}

/** What a day sheet tells that is made while no day is closed: the figures so far, or what is counted of today. */
export function dayOnSheet({ dayRows, figures, countsSoFar, clock }: DayOnSheetPort): DayOnSheet {
  const day = dayRows.day();
  if (day !== null) return { kind: 'open', figures: figures.of(day) };
  return { kind: 'not-counted', counts: countsSoFar.of(clock.today()) };
}
