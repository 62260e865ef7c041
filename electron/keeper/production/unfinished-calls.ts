import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import { tellUnfinished, type UnfinishedPort } from './unfinished-productions.ts';

type UnfinishedCalls = Pick<Handlers<typeof keeperCalls>, 'acknowledgeProduction'>;

/** What reading of a production that may not be whole needs of the kiosk. */
export interface UnfinishedCallsPort extends UnfinishedPort {
  readonly screens: { refresh(): void };
}

/** A supervisor has read that the file of a production may not be whole. */
export function unfinishedCalls(port: UnfinishedCallsPort): UnfinishedCalls {
  return {
    acknowledgeProduction({ package: hash }) {
      if (!port.unfinishedProductions.all().some((each) => each.package === hash))
        return err({ kind: 'not-now' });
      // Of one whose row could not be taken away, as it turned out whole, nobody was told yet.
      tellUnfinished(port);
      port.unfinishedProductions.remove(hash);
      port.screens.refresh();
      return ok({});
    },
  };
}
