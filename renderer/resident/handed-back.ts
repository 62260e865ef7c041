import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { ScreenStatus } from '../../shared/contract/residents/screen-status.ts';
import { unreachable } from '../../shared/result.ts';

/**
 * What a screen says that goes to the clerk. `finished`: all is entered; `idle`: nobody touched it, and what was entered is
 * kept; `locked`: nothing is said of what was entered, for nothing is open behind it, or it is being ended; `nothing-open`: the resident has it, and there is nothing to enter.
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
  switch (status.residents.handedBack) {
    case 'finished':
      return 'finished';
    case 'unfinished':
      return 'idle';
    case 'ending':
      return 'locked';
    default:
      return unreachable(status.residents.handedBack);
  }
}
