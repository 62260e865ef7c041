import type { DateQuestion } from '../../../shared/contract/status.ts';
import type { Desk } from './desk.ts';

/** What a person is asked about the date; null: the machine's date is believed. */
export function dateQuestionOf({ machineClock, time }: Desk): DateQuestion | null {
  const doubt = time.doubt();
  return doubt === null ? null : { doubt, shown: machineClock.today() };
}
