import type { DateOrder, FieldUse } from '../../../shared/application/fields.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { isRealDay } from '../../../shared/ledger/day.ts';
import { unreachable } from '../../../shared/result.ts';

const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const RUN_YEAR_LAST = /^(\d{2})(\d{2})(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
const RUN_YEAR_FIRST = /^(\d{4})(\d{2})(\d{2})$/;

/** The order in which the city types a date: that of the birth date, so that nobody has two of them in their hands. */
export function dateOrderOf(uses: readonly FieldUse[]): DateOrder {
  return uses.find(({ field }) => field === 'birthDate')?.order ?? 'month-day-year';
}

/** What stands in the field for a day: nothing, a day, one that no calendar has, or something else. */
export type TypedDay =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: CalendarDate }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'unreadable' };

/**
 * Reads a day as staff type it, in the city's order: 11/28/2026, 11282026, or where the day comes first 28/11/2026. As it
 * stands on a day sheet, 2026-11-28, it is read everywhere: no order puts the year elsewhere then.
 */
export function readTypedDay(typed: string, order: DateOrder): TypedDay {
  const text = typed.trim();
  if (text === '') return { kind: 'none' };
  const date = partsOf(text, order);
  // The ledger counts moments from 1970.
  if (date === null || date.year < 1970) return { kind: 'unreadable' };
  return isRealDay(date) ? { kind: 'day', day: date } : { kind: 'no-such-day' };
}

function partsOf(text: string, order: DateOrder): CalendarDate | null {
  const yearFirst = numbersOf(YEAR_FIRST.exec(text));
  if (yearFirst !== null) return dateOf(yearFirst, 'year-month-day');
  const run = order === 'year-month-day' ? RUN_YEAR_FIRST : RUN_YEAR_LAST;
  const numbers = numbersOf((order === 'year-month-day' ? null : YEAR_LAST.exec(text)) ?? run.exec(text));
  return numbers === null ? null : dateOf(numbers, order);
}

type Numbers = readonly [number, number, number];

function numbersOf(found: RegExpExecArray | null): Numbers | null {
  const [first, second, third] = found?.slice(1).map(Number) ?? [];
  return first === undefined || second === undefined || third === undefined ? null : [first, second, third];
}

function dateOf([first, second, third]: Numbers, order: DateOrder): CalendarDate {
  switch (order) {
    case 'month-day-year':
      return { year: third, month: first, day: second };
    case 'day-month-year':
      return { year: third, month: second, day: first };
    case 'year-month-day':
      return { year: first, month: second, day: third };
    default:
      return unreachable(order);
  }
}
