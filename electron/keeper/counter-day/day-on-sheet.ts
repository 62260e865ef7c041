import type { CalendarDate } from '../../../shared/calendar.ts';
import { type LedgerDetail, ledgerDetailOf } from '../../../shared/ledger/ledger-detail.ts';
import type { DayOnSheet } from '../../../shared/slips/day-sheet.ts';
import type { OpenDay } from './day-rows.ts';
import type { FiguresNow } from './figures-now.ts';

type Counts = Extract<DayOnSheet, { readonly kind: 'not-counted' }>['counts'];

/** What tells of a day on a sheet. */
export interface DayOnSheetPort {
  readonly dayRows: { day(): OpenDay | null };
  readonly figures: FiguresNow;
  readonly countsSoFar: { of(day: CalendarDate): Counts };
  readonly policies: { readonly inForce: { readonly rules: { readonly ledger?: LedgerDetail | undefined } } };
  readonly clock: { today(): CalendarDate };
}

/** What a day sheet tells that is made while no day is closed: the figures so far, or what is counted of today. */
export function dayOnSheet({ dayRows, figures, countsSoFar, policies, clock }: DayOnSheetPort): DayOnSheet {
  const day = dayRows.day();
  if (day !== null) return { kind: 'open', figures: figures.of(day) };
  const ofWeek = ledgerDetailOf(policies.inForce.rules).period === 'week';
  return { kind: 'not-counted', counts: countsSoFar.of(clock.today()), ...(ofWeek && { ofWeek }) };
}
