import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type ActorsPort, actorOf, secondOf } from '../staff/actor.ts';
import type { Ribbons } from './ribbons.ts';

type RibbonCalls = Pick<Handlers<typeof keeperCalls>, 'fitRibbon' | 'removeRibbon' | 'destroyRibbon'>;

/** What acts on ribbons need of the kiosk. */
export interface RibbonPort extends ActorsPort {
  readonly ribbons: Ribbons;
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
}

/** The ribbon of a dye printer: each act is an entry of the ledger, and every screen says what is held. */
export function ribbonCalls(port: RibbonPort, occupant: Occupant): RibbonCalls {
  /** These acts need no supervisor: whoever is signed in answers for them, whatever was approved on this screen. */
  function signedIn() {
    const who = port.staff.signedIn();
    if (who === null) throw new Error('an act was authorized with nobody signed in');
    return who;
  }

  return {
    fitRibbon() {
      // The one that is in comes out first, so that it is not forgotten.
      if (port.ribbons.held().fitted !== null) return err({ kind: 'no-such-ribbon' });
      const by = signedIn().member;
      port.outbox.record(({ utc }) => ({ kind: 'ribbon-fitted', utc, by, ribbon: port.ribbons.fit(utc) }));
      port.screens.refresh();
      return ok({});
    },
    removeRibbon() {
      if (port.ribbons.held().fitted === null) return err({ kind: 'no-such-ribbon' });
      const by = signedIn().member;
      port.outbox.record(({ utc }) => ({
        kind: 'ribbon-removed',
        utc,
        by,
        ribbon: port.ribbons.remove(utc),
      }));
      port.screens.refresh();
      return ok({});
    },
    destroyRibbon({ ribbon }) {
      // Only a used one: what is in the printer is taken out, and locked away, before two people destroy it.
      if (!port.ribbons.held().held.some((used) => used.ribbon === ribbon)) {
        return err({ kind: 'no-such-ribbon' });
      }
      const by = actorOf(port, occupant, 'destroyRibbon').member;
      const second = secondOf(port, occupant, 'destroyRibbon').member;
      port.outbox.record(({ utc }) => {
        port.ribbons.destroy(ribbon);
        return { kind: 'ribbon-destroyed', utc, by, second, ribbon };
      });
      port.screens.refresh();
      return ok({});
    },
  };
}
