import { type ApplicationEvent, advance } from '../../../shared/application/lifecycle.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok, unreachable } from '../../../shared/result.ts';
import type { Desk, Occupant } from './desk.ts';
import { beginWipe, endInSession } from './ending.ts';
import { checkTrayForLateCard, mayComeLate } from './late-cards.ts';
import { recordOf } from './open-record.ts';
import { recordAct } from './record-act.ts';

type FinishCalls = Pick<Handlers<typeof keeperCalls>, 'finish' | 'erased'>;

function endingEvent(outcome: 'issued' | 'denied' | 'withdrawn'): ApplicationEvent {
  switch (outcome) {
    case 'issued':
      return { kind: 'clerk-handed-over' };
    case 'denied':
      return { kind: 'clerk-denied' };
    case 'withdrawn':
      return { kind: 'clerk-withdrew' };
    default:
      return unreachable(outcome);
  }
}

/** The end of an application: hand-over (or another ending), the search, the turn-over. */
export function finishCalls(desk: Desk, occupant: Occupant): FinishCalls {
  return {
    async finish({ outcome }) {
      const application = occupant.application;
      if (application === null) return err({ kind: 'not-now' });
      const ended = advance(recordOf(desk, application).state, endingEvent(outcome));
      if (!ended.ok) return err({ kind: 'not-now' });
      const hold = desk.holds.keeping(application);
      if (hold !== null) {
        const by = desk.staff.signedIn();
        if (by === null) throw new Error('the registrar let a call pass with nobody signed in');
        recordAct(desk, () => ({
          kind: 'finish-refused',
          utc: desk.clock.now(),
          hold: hold.identifier,
          by: by.member,
        }));
        return err({ kind: 'held' });
      }
      // Together: a finish that the disk does not take is pressed again, and asks about the tray once.
      const begun = desk.vault.database.transaction(() => {
        if (mayComeLate(desk, application, outcome)) checkTrayForLateCard(desk);
        return beginWipe(desk, application, ended.value);
      })();
      return ok(await endInSession(desk, occupant, begun));
    },
    async erased({ search }) {
      const application = occupant.application;
      if (application === null || !occupant.finishing) return err({ kind: 'not-now' });
      await desk.wipes.searched(application, search);
      return ok({});
    },
  };
}
