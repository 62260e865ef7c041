import type { DateQuestion } from '../../../shared/contract/status.ts';
import type { Clock } from '../clock.ts';
import type { KioskTime } from '../expiry/kiosk-time.ts';

/** What the question about the date needs: the machine's clock, believed or not, and why it may not be. */
export interface DateQuestionPort {
  readonly machineClock: { today: Clock['today'] };
  readonly time: { doubt: KioskTime['doubt'] };
}

/** What a person is asked about the date; null: the machine's date is believed. */
export function dateQuestionOf({ machineClock, time }: DateQuestionPort): DateQuestion | null {
  const doubt = time.doubt();
  return doubt === null ? null : { doubt, shown: machineClock.today() };
}
