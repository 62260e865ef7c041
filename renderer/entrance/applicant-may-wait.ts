import type { KioskStatus } from '../../shared/contract/status.ts';
import { mayApplicantAnswer } from '../../shared/residents/may-answer.ts';

/**
 * Whether an applicant who had begun may stand before a self-service kiosk that nobody is signed in at: theirs is open, and a
 * clerk may open it, or the kiosk has stopped and forgotten it.
 */
export function applicantMayWait({
  residents,
  inProgress,
  trayCheck,
}: Pick<KioskStatus, 'residents' | 'inProgress' | 'trayCheck'>): boolean {
  if (residents.setting !== 'self-service') return false;
  const hasStopped = trayCheck?.cause === 'power-lost' || trayCheck?.cause === 'keeper-ended';
  return (
    (hasStopped && trayCheck.applications > 0) ||
    inProgress.some(({ state, hold }) => hold !== 'frozen' && mayApplicantAnswer(state))
  );
}
