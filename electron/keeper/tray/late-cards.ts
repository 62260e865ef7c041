import type { Outcome } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import type { JobRow } from '../printing/job-rows.ts';

/**
 * Whether a card of an application may still come out of a printer that got a job and has not been heard of since.
 * After a hand-over that job's card is the one in the applicant's hand; only a job that was left behind at another
 * printer may still make one more.
 */
export function mayComeLate(
  jobRows: { of(owner: ApplicationId): readonly JobRow[] },
  application: ApplicationId,
  outcome: Outcome,
): boolean {
  return jobRows
    .of(application)
    .some(
      ({ number, purged, left_behind }) =>
        number !== null && purged === null && (outcome !== 'issued' || left_behind === 1),
    );
}

/**
 * Whoever comes next is asked to look into the tray: a card may lie there that is nobody's any more, or that was reported
 * missing.
 */
export function checkTrayForLateCard(trayChecks: { add(check: TrayCheck): void }): void {
  trayChecks.add({ cause: 'late-card', applications: 1, cards: 1 });
}
