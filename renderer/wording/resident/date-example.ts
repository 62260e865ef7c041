import { t } from '@lingui/core/macro';
import type { DateOrder } from '../../../shared/application/fields.ts';
import { unreachable } from '../../../shared/result.ts';

/** How a date is entered, shown by one: in which order, and in which calendar. */
export function dateExampleInWords(order: DateOrder): string {
  switch (order) {
    case 'month-day-year':
      return t({
        message: 'For example, enter March 27, 1987 as 3, 27, 1987.',
        comment:
          'Hint at the birth date, in three fields: month, day, year. Write the date as people do; keep the order of the three numbers.',
      });
    case 'day-month-year':
      return t({
        message: 'For example, enter March 27, 1987 as 27, 3, 1987.',
        comment:
          'Hint at the birth date, in three fields: day, month, year. Write the date as people do; keep the order of the three numbers.',
      });
    case 'year-month-day':
      return t({
        message: 'For example, enter March 27, 1987 as 1987, 3, 27.',
        comment:
          'Hint at the birth date, in three fields: year, month, day. Write the date as people do; keep the order of the three numbers.',
      });
    default:
      return unreachable(order);
  }
}
