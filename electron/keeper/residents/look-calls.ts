import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { ResidentLook, ResidentReader } from '../../../shared/residents/look.ts';
import { err, ok } from '../../../shared/result.ts';

type LookCalls = Pick<Handlers<typeof keeperCalls>, 'chooseLook'>;

/** What a page that tells how its resident sees it needs of the kiosk. */
export interface LookPort {
  readonly residentScreen: { reader(): ResidentReader | null; sees(look: ResidentLook): void };
}

/** How a resident who answers sees the screen: for the one that tells them how their application ended, and for no other. */
export function lookCalls({ residentScreen }: LookPort): LookCalls {
  return {
    chooseLook(look) {
      if (residentScreen.reader() === null) return err({ kind: 'not-now' });
      residentScreen.sees(look);
      return ok({});
    },
  };
}
