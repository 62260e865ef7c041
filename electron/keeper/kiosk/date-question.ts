import type { CalendarDate } from '../../../shared/calendar.ts';
import type { DateQuestion } from '../../../shared/contract/status.ts';
import type { DateDoubt } from '../../../shared/ledger/reasons.ts';

/** What the question about the date needs: the machine's clock, believed or not, and why it may not be. */
export interface DateQuestionPort {
  readonly machineClock: { today(): CalendarDate };
  readonly time: { doubt(): DateDoubt | null };
}

/** What a person is asked about the date; null: the machine's date is believed. */
export function dateQuestionOf({ machineClock, time }: DateQuestionPort): DateQuestion | null {
  const doubt = time.doubt();
  return doubt === null ? null : { doubt, shown: machineClock.today() };
}
