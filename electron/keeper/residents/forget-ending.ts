import { isErasing, type LastEnding } from '../../../shared/contract/residents/last-ending.ts';

/** What forgetting what a resident was told needs of the kiosk. */
export interface ForgetEndingPort {
  readonly endings: { shown(): LastEnding; readerLeft(): void; over(): void };
  readonly residentScreen: { forgetReader(): void };
}

/**
 * Forgets what a resident was told of how their application ended: number, receipt, and how they read. False: nothing was told a
 * resident, or it is still being erased; then how they read is forgotten nevertheless.
 */
export function forgetEnding({ endings, residentScreen }: ForgetEndingPort): boolean {
  const told = endings.shown();
  if (told.kind !== 'ticket' && told.kind !== 'left') return false;
  if (isErasing(told)) {
    endings.readerLeft();
    return false;
  }
  endings.over();
  residentScreen.forgetReader();
  return true;
}
