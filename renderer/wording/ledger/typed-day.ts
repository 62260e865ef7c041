import { t } from '@lingui/core/macro';
import type { DateOrder } from '../../../shared/application/fields.ts';
import { unreachable } from '../../../shared/result.ts';

/** The hint at a field for a day: in which order it is typed. */
export function dayHintInWords(order: DateOrder): string {
  switch (order) {
    case 'month-day-year':
      return t`Month, day, and year, like 11/28/2026.`;
    case 'day-month-year':
      return t`Day, month, and year, like 28/11/2026.`;
    case 'year-month-day':
      return t`Year, month, and day, like 2026-11-28.`;
    default:
      return unreachable(order);
  }
}

const EXAMPLES = {
  'month-day-year': '11/28/2026',
  'day-month-year': '28/11/2026',
  'year-month-day': '2026-11-28',
} as const satisfies Record<DateOrder, string>;

/** A day that was typed in the right form is in no calendar. */
export function noSuchDayInWords(): string {
  return t`That date doesn’t exist. Check the day and month.`;
}

/** A day that was typed is none. */
export function unreadableDayInWords(order: DateOrder): string {
  const day = EXAMPLES[order];
  return t({
    message: `Enter the day like ${day}.`,
    comment: 'Error below a field for a day. {day} is an example, like 11/28/2026.',
  });
}

/** A day and a time that were typed are over. */
export function momentOverInWords(): string {
  return t`That day and time have passed. Enter a later day or time.`;
}

/** A day that was typed is none, or is over with its time. */
export function dayFaultInWords(fault: 'unreadable' | 'no-such-day' | 'over', order: DateOrder): string {
  switch (fault) {
    case 'unreadable':
      return unreadableDayInWords(order);
    case 'no-such-day':
      return noSuchDayInWords();
    case 'over':
      return momentOverInWords();
    default:
      return unreachable(fault);
  }
}

/** A time that was typed is none. `skipped`: the clocks leave it out on that day. */
export function timeFaultInWords(fault: 'unreadable' | 'skipped'): string {
  switch (fault) {
    case 'unreadable':
      return t`Enter the time like 5:30 PM.`;
    case 'skipped':
      return t`The clocks change on that day and skip this time. Enter another time.`;
    default:
      return unreachable(fault);
  }
}
