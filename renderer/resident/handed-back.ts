import type { ScreenStatus } from '../../shared/contract/residents/screen-status.ts';
import type { ApplicationView } from '../../shared/contract/screen.ts';

/**
 * What a screen says that goes to the clerk. `finished`: all is entered; `idle`: nobody touched it, and what was entered is
 * kept; `locked`: nothing of anybody is open behind it; `nothing-open`: the resident has it, and there is nothing to enter.
 */
export type ToClerkReason = 'finished' | 'idle' | 'locked' | 'nothing-open';

/**
 * Why a screen is locked behind a resident; null: it is not. By what the keeper tells alone: what a page remembers is older
 * than the state, and another session has another page.
 */
export function whyHandedBack(
  status: Pick<ScreenStatus, 'screenLocked' | 'residents'> | null,
  application: ApplicationView | null,
): Exclude<ToClerkReason, 'nothing-open'> | null {
  if (status === null || !status.screenLocked || status.residents.handedBack === null) return null;
  if (application === null) return 'locked';
  return status.residents.handedBack === 'finished' ? 'finished' : 'idle';
}
