import type { Outcome } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { Desk } from './desk.ts';

/**
 * Whether a card of an application may still come although nobody waits for it: out of a printer that was not
 * heard of again after it had a job. A hand-over explains such a job, unless it is another printer's.
 */
export function mayComeLate(desk: Desk, application: ApplicationId, outcome: Outcome): boolean {
  return desk.jobRows
    .of(application)
    .some(
      ({ number, purged, left_behind }) =>
        number !== null && purged === null && (outcome !== 'issued' || left_behind === 1),
    );
}

/** Whoever comes next is asked to look into the tray: a card may lie there that is nobody's any more. */
export function checkTrayForLateCard(desk: Desk): void {
  desk.trayChecks.add({ cause: 'late-card', applications: 1, cards: 1 });
}
