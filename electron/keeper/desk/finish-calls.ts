import { type ApplicationEvent, advance } from '../../../shared/application/lifecycle.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok, unreachable } from '../../../shared/result.ts';
import { recordOf } from './application-calls.ts';
import type { Desk, Occupant } from './desk.ts';
import { turnAway } from './turn-over.ts';

type FinishCalls = Pick<Handlers<typeof keeperCalls>, 'finish' | 'erased' | 'retryWipe'>;

/** A core that has not reported its search by now never will: the wipe goes on without it and says so. */
const SEARCH_LIMIT_MILLISECONDS = 60_000;

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
      desk.wipeBegan = desk.clock.now();
      // The point of no return: from this transaction on every crash continues the wipe.
      desk.vault.beginWipe(application, outcome, dayText(desk.clock.today()));
      occupant.finishing = true;
      desk.turnOver = { kind: 'erasing' };
      // The fresh session comes onto the screen while the record dies and the old one, out of sight, searches
      // for what it knows. Ordered before the steps, whose writes would keep it waiting (measured: 18 to 61 ms).
      void turnAway(desk, occupant).then(() => desk.broadcast());
      await desk.wipes.begin(application);
      setTimeout(() => giveUpSearch(desk, application), SEARCH_LIMIT_MILLISECONDS).unref();
      return ok({ roots: [...desk.about.searchRoots, occupant.session.folder.path] });
    },
    async erased({ search }) {
      const application = occupant.application;
      if (application === null || !occupant.finishing) return err({ kind: 'not-now' });
      await desk.wipes.searched(application, search);
      return ok({});
    },
    async retryWipe() {
      await desk.wipes.retry();
      desk.broadcast();
      return ok({});
    },
  };
}

/** Goes on with a wipe whose core cannot search any more. Harmless when the search has been reported. */
export function giveUpSearch(desk: Desk, application: ApplicationId): void {
  // A timer may come after the end of the keeper.
  if (!desk.vault.database.open) return;
  const open = desk.vault.wipes.all().some((row) => row.application === application && row.search === null);
  if (open) void desk.wipes.searched(application, { kind: 'not-searched' });
}
