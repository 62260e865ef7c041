import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import { actorOf, secondOf } from './actor.ts';
import type { Desk, Occupant } from './desk.ts';
import { recordAct } from './record-act.ts';

type RibbonCalls = Pick<Handlers<typeof keeperCalls>, 'fitRibbon' | 'removeRibbon' | 'destroyRibbon'>;

/** The ribbon of a dye printer: each act is an entry of the ledger, and every screen says what is held. */
export function ribbonCalls(desk: Desk, occupant: Occupant): RibbonCalls {
  /** These acts need no supervisor: whoever is signed in answers for them, whatever was approved on this screen. */
  function signedIn() {
    const who = desk.staff.signedIn();
    if (who === null) throw new Error('the registrar let an act pass with nobody signed in');
    return who;
  }

  return {
    fitRibbon() {
      // The one that is in comes out first, so that it is not forgotten.
      if (desk.ribbons.held().fitted !== null) return err({ kind: 'no-such-ribbon' });
      const by = signedIn().member;
      const utc = desk.clock.now();
      recordAct(desk, () => ({ kind: 'ribbon-fitted', utc, by, ribbon: desk.ribbons.fit(utc) }));
      desk.broadcast();
      return ok({});
    },
    removeRibbon() {
      if (desk.ribbons.held().fitted === null) return err({ kind: 'no-such-ribbon' });
      const by = signedIn().member;
      const utc = desk.clock.now();
      recordAct(desk, () => ({ kind: 'ribbon-removed', utc, by, ribbon: desk.ribbons.remove(utc) }));
      desk.broadcast();
      return ok({});
    },
    destroyRibbon({ ribbon }) {
      // Only a used one: what is in the printer is taken out, and locked away, before two people destroy it.
      if (!desk.ribbons.held().held.some((used) => used.ribbon === ribbon)) {
        return err({ kind: 'no-such-ribbon' });
      }
      const by = actorOf(desk, occupant, 'destroyRibbon').member;
      const second = secondOf(desk, occupant, 'destroyRibbon').member;
      const utc = desk.clock.now();
      recordAct(desk, () => {
        desk.ribbons.destroy(ribbon);
        return { kind: 'ribbon-destroyed', utc, by, second, ribbon };
      });
      desk.broadcast();
      return ok({});
    },
  };
}
