import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { Session } from '../sessions/session.ts';
import { type ForgetEndingPort, forgetEnding } from './forget-ending.ts';
import { type LeaveTicketPort, leaveTicket, ticketShown } from './leave-ticket.ts';

type ToldCalls = Pick<Handlers<typeof keeperCalls>, 'forgetEnding' | 'leaveWithTicket'>;

const notNow = { kind: 'not-now' } as const;

/** What a resident who is told how their application ended, or its number, needs of the kiosk. */
export interface ToldPort extends ForgetEndingPort, LeaveTicketPort {
  readonly endings: ForgetEndingPort['endings'] & LeaveTicketPort['endings'];
  readonly residentScreen: ForgetEndingPort['residentScreen'] & { language(): ResidentLanguage | null };
  readonly pool: { shown(): Session | null };
  readonly screens: { refresh(): void };
  /** A session that has it set aside is still going; null: none is. */
  departureOf(application: ApplicationId): Promise<void> | null;
  /** Ends as withdrawn what no session has open. False: it can't end now. */
  withdrawUnseen(application: ApplicationId): boolean;
}

/** What a resident does with what the screen tells them: of an application that is on it no more. */
export function toldCalls(port: ToldPort, occupant: Occupant): ToldCalls {
  const { residentScreen, pool, screens } = port;
  const isTheirs = (): boolean => residentScreen.language() !== null && pool.shown() === occupant.session;

  return {
    forgetEnding() {
      if (!isTheirs() || !forgetEnding(port)) return err(notNow);
      screens.refresh();
      return ok({});
    },
    async leaveWithTicket() {
      const waiting = ticketShown(port);
      // The session that had it may still be going; what is told may be another thing afterward.
      if (waiting !== null) await port.departureOf(waiting);
      if (!isTheirs() || !leaveTicket(port, port.withdrawUnseen)) return err(notNow);
      screens.refresh();
      return ok({});
    },
  };
}
