import type { KioskStatus } from '../../shared/contract/status.ts';
import { mayApplicantAnswer } from '../../shared/residents/may-answer.ts';
import type { LockedReason } from '../residents/locked.tsx';

/**
 * What an applicant who had begun is told before a kiosk that nobody is signed in at; null: none may stand there. `gone`: the kiosk has
 * stopped and forgotten whatever was open, and neither it nor a legal hold keeps anything of anybody; else nothing is said of what was
 * entered, for nobody knows whose is open. At a counter the clerk is there, who knows no more than this where all is gone.
 */
export function toldBeforeSignIn({
  residents: { setting },
  inProgress,
  trayCheck,
  holds,
}: Pick<KioskStatus, 'residents' | 'inProgress' | 'trayCheck'> & {
  readonly holds: readonly unknown[];
}): LockedReason | null {
  if (setting === 'off') return null;
  const hasStopped = trayCheck?.cause === 'power-lost' || trayCheck?.cause === 'keeper-ended';
  const hasForgotten = hasStopped && trayCheck.applications > 0;
  if (hasForgotten && inProgress.length === 0 && holds.length === 0) return 'gone';
  if (setting !== 'self-service') return null;
  const isOpen = inProgress.some(({ state, hold }) => hold !== 'frozen' && mayApplicantAnswer(state));
  return hasForgotten || isOpen ? 'locked' : null;
}
