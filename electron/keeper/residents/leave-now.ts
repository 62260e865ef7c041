import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls, SearchOrder } from '../../../shared/contract/keeper.ts';
import { andThen, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { applicationIn } from '../applications/open-record.ts';
import type { AskHolds } from '../holds/verdict.ts';
import { type LeaveHeldPort, leaveHeld } from './leave-held.ts';

type LeaveNowCalls = Pick<Handlers<typeof keeperCalls>, 'leaveNow'>;

/** What leaving an application that is open needs of the kiosk. */
export interface LeaveNowPort extends LeaveHeldPort {
  readonly vault: LeaveHeldPort['vault'] & {
    made(application: ApplicationId): readonly Uint8Array[];
    addMade(application: ApplicationId, sealed: Uint8Array): void;
  };
  readonly holds: { readonly verdict: AskHolds };
  /** Ends the application of this session as withdrawn. */
  withdraw(): Promise<Answer<SearchOrder>> | Answer<SearchOrder>;
}

/** Leaving an application that is open: it is erased, and what a hold keeps is taken off a resident's screen. */
export function leaveNowCalls(port: LeaveNowPort, occupant: Occupant): LeaveNowCalls {
  const { vault, holds, residentScreen } = port;
  return {
    leaveNow({ fingerprints }) {
      const application = applicationIn(occupant);
      const isKept = holds.verdict(application, null).kind !== 'free';
      // A clerk who wants to end what a hold keeps is refused, and the ledger has it, as with every other ending.
      if (isKept && residentScreen.reader() !== null) {
        if (fingerprints !== null) vault.addMade(application, fingerprints);
        leaveHeld(port, occupant, application, 'withdrawn');
        return ok({ kind: 'kept' as const });
      }
      // Before the record goes.
      const made = [...vault.made(application)];
      return andThen(Promise.resolve(port.withdraw()), (where) =>
        ok({ ...where, kind: 'erasing' as const, fingerprints: made }),
      );
    },
  };
}
