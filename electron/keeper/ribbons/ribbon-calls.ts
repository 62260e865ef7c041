import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import {
  type ActorsPort,
  type ApprovableHandlers,
  actorOf,
  secondOf,
  signedInActor,
} from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import type { Ribbons } from './ribbons.ts';

type RibbonCalls = Pick<Handlers<typeof keeperCalls>, 'fitRibbon' | 'removeRibbon'> &
  Pick<ApprovableHandlers, 'destroyRibbon'>;

/** What acts on ribbons need of the kiosk. */
export interface RibbonPort extends ActorsPort {
  readonly ribbons: Ribbons;
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
}

/** The ribbon of a dye printer: each act is an entry of the ledger, and every screen says what is held. */
export function ribbonCalls(port: RibbonPort): RibbonCalls {
  return {
    fitRibbon() {
      // The one that is in comes out first, so that it is not forgotten.
      if (port.ribbons.held().fitted !== null) return err({ kind: 'no-such-ribbon' });
      const by = signedInActor(port).member;
      port.outbox.record(({ utc }) => ({ kind: 'ribbon-fitted', utc, by, ribbon: port.ribbons.fit(utc) }));
      port.screens.refresh();
      return ok({});
    },
    removeRibbon() {
      if (port.ribbons.held().fitted === null) return err({ kind: 'no-such-ribbon' });
      const by = signedInActor(port).member;
      port.outbox.record(({ utc }) => ({
        kind: 'ribbon-removed',
        utc,
        by,
        ribbon: port.ribbons.remove(utc),
      }));
      port.screens.refresh();
      return ok({});
    },
    destroyRibbon({ ribbon }, approval) {
      if (!covers(approval, { act: 'destroyRibbon', ribbon })) return err({ kind: 'not-allowed' });
      // Only a used one: what is in the printer is taken out, and locked away, before two people destroy it.
      if (!port.ribbons.held().held.some((used) => used.ribbon === ribbon)) {
        return err({ kind: 'no-such-ribbon' });
      }
      const by = actorOf(port, approval).member;
      const second = secondOf(approval).member;
      port.outbox.record(({ utc }) => {
        port.ribbons.destroy(ribbon);
        return { kind: 'ribbon-destroyed', utc, by, second, ribbon };
      });
      port.screens.refresh();
      return ok({});
    },
  };
}
