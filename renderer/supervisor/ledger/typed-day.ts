import type { CalendarDate } from '../../../shared/calendar.ts';
import { isRealDay } from '../../../shared/ledger/day.ts';

const MONTH_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const RUN = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** What stands in the field for a day: nothing, a day (month first, or ISO 8601), or something else. */
export type TypedDay =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: CalendarDate }
  | { readonly kind: 'unreadable' };

/** Reads a day as staff type it: 11/28/2026, 11282026, or as it stands on a day sheet, 2026-11-28. */
export function readTypedDay(typed: string): TypedDay {
  const text = typed.trim();
  if (text === '') return { kind: 'none' };
  const iso = ISO.exec(text);
  const [year, month, day] =
    iso === null ? fromMonthFirst(MONTH_FIRST.exec(text) ?? RUN.exec(text)) : iso.slice(1).map(Number);
  const date = { year, month, day };
  // The ledger counts moments from 1970.
  return isRealDay(date) && date.year >= 1970 ? { kind: 'day', day: date } : { kind: 'unreadable' };
}

function fromMonthFirst(found: RegExpExecArray | null): readonly number[] {
  const [month, day, year] = found?.slice(1).map(Number) ?? [];
  return year === undefined || month === undefined || day === undefined ? [] : [year, month, day];
}
