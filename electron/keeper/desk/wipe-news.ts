import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { WipeStep } from '../../../shared/contract/refusals.ts';
import type { WipeEvents } from '../wipe/wipe-parts.ts';
import type { Desk } from './desk.ts';
import { recordAct } from './record-act.ts';

/** What becomes of a wipe's news: first everybody's screen, then the ledger. */
export function wipeNews(desk: Desk): WipeEvents {
  /** Wipes of which the ledger knows that they lock intake, and the step it was told. */
  const told = new Map<ApplicationId, WipeStep>();
  const { clock } = desk;
  return {
    failed(application, step, error) {
      if (error !== null) desk.onBug(`wipe step ${step}`, error);
      // First the staff: what fails here may be the disk that vault and ledger lie on.
      desk.broadcast();
      if (told.has(application)) return;
      recordAct(desk, () => ({ kind: 'locked', day: clock.today(), step }));
      told.set(application, step);
    },
    recovered(application) {
      const step = told.get(application);
      if (step !== undefined) {
        recordAct(desk, () => ({ kind: 'unlocked', day: clock.today(), step }));
        told.delete(application);
      }
      desk.broadcast();
    },
    printSideOpen(application, error) {
      if (error !== null) desk.onBug('wipe step print-side-purged', error);
      const [wipe] = desk.vault.wipes.all().filter((row) => row.application === application);
      const isErased = wipe?.done.includes('folder-removed') === true && wipe.done.includes('searched');
      if (isErased) desk.endings.printSideOpen(application);
      desk.broadcast();
    },
    stopped(application) {
      const ticket = desk.vault.find(application)?.ticket;
      if (ticket !== undefined) desk.endings.held(application, ticket);
      desk.broadcast();
    },
    ended(application, receipt) {
      desk.endings.ended(application, receipt);
      desk.broadcast();
    },
  };
}
