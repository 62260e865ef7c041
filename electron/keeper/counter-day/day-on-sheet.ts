import type { CalendarDate } from '../../../shared/calendar.ts';
import type { DayOnSheet } from '../../../shared/slips/day-sheet.ts';
import { type FiguresPort, figuresNow } from './day-calls.ts';

type Counts = Extract<DayOnSheet, { readonly kind: 'not-counted' }>['counts'];

/** What a day sheet tells that is made while no day is closed: the figures so far, or what the ledger counts of today. */
export function dayOnSheet(
  port: FiguresPort & { readonly ledger: { counts(day: CalendarDate): Counts } },
): DayOnSheet {
  const day = port.dayRows.day();
  if (day !== null) return { kind: 'open', figures: figuresNow(port, day) };
  return { kind: 'not-counted', counts: port.ledger.counts(port.clock.today()) };
}
