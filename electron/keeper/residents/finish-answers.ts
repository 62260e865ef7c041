import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { HandedBack, ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import type { ResidentReader } from '../../../shared/residents/look.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { applicationIn } from '../applications/open-record.ts';
import type { ClerkQueue, ToldTicket } from './clerk-queue.ts';

type FinishAnswersCalls = Pick<Handlers<typeof keeperCalls>, 'finishAnswers'>;

/** What a resident who has answered all needs of the kiosk. */
export interface FinishAnswersPort {
  readonly kiosk: { forResidents(): { readonly setting: ResidentSetting } };
  readonly residentScreen: { reader(): ResidentReader | null; startOver(): void };
  readonly staff: { lock(behind: HandedBack): void };
  readonly vault: { addMade(application: ApplicationId, sealed: Uint8Array): void };
  readonly clerkQueue: ClerkQueue;
  readonly sessionReplacement: {
    putAside(occupant: Occupant, application: ApplicationId, told: ToldTicket): Promise<void>;
  };
  readonly screens: { refresh(): void };
}

/** A resident has answered all: a clerk goes on, at a counter on the same screen, otherwise by the number. */
export function finishAnswersCalls(port: FinishAnswersPort, occupant: Occupant): FinishAnswersCalls {
  const { kiosk, residentScreen, staff, vault, clerkQueue, sessionReplacement, screens } = port;
  return {
    finishAnswers({ fingerprints }) {
      const reader = residentScreen.reader();
      if (reader === null) return err({ kind: 'not-now' });
      if (kiosk.forResidents().setting === 'counter') {
        staff.lock('finished');
        screens.refresh();
        return ok({});
      }
      const application = applicationIn(occupant);
      if (fingerprints !== null) vault.addMade(application, fingerprints);
      const told = clerkQueue.join(application, reader);
      occupant.leaving = true;
      void sessionReplacement.putAside(occupant, application, told);
      residentScreen.startOver();
      return ok({});
    },
  };
}
