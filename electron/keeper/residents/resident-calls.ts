import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { ApplicationSnapshot, keeperCalls, SearchOrder } from '../../../shared/contract/keeper.ts';
import type { HandedBack, ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { andThen, err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { applicationIn } from '../applications/open-record.ts';
import type { Session } from '../sessions/session.ts';
import { type ForgetEndingPort, forgetEnding } from './forget-ending.ts';
import { type LeaveHeldPort, leaveHeld } from './leave-held.ts';
import { type LeaveTicketPort, leaveTicket, ticketShown } from './leave-ticket.ts';
import type { ResidentScreen } from './resident-screen.ts';
import { type TicketToldPort, ticketTold } from './ticket-told.ts';
import type { WaitingForClerk } from './waiting-for-clerk.ts';

type ResidentCalls = Pick<
  Handlers<typeof keeperCalls>,
  'chooseLanguage' | 'finishAnswers' | 'forgetEnding' | 'leaveNow' | 'leaveWithTicket'
>;

const notNow = { kind: 'not-now' } as const;

/** What a resident who has the screen needs of the kiosk. */
export interface ResidentPort extends LeaveHeldPort, TicketToldPort {
  readonly vault: LeaveHeldPort['vault'] &
    LeaveTicketPort['vault'] & {
      together(bytes: number, writes: () => void): void;
      store(application: ApplicationId, column: 'answers', sealed: Uint8Array): void;
      made(application: ApplicationId): readonly Uint8Array[];
      addMade(application: ApplicationId, sealed: Uint8Array): void;
    };
  readonly kiosk: { forResidents(): { readonly setting: ResidentSetting } };
  readonly residentScreen: ResidentScreen;
  readonly waitingForClerk: Pick<WaitingForClerk, 'add'>;
  readonly staff: { lock(behind: HandedBack): void };
  readonly pool: { shown(): Session | null };
  readonly snapshots: { of(application: ApplicationId): ApplicationSnapshot };
  readonly endings: ForgetEndingPort['endings'] & LeaveTicketPort['endings'];
  readonly screens: { refresh(): void };
}

/** What others do with the application of this session. */
export interface ApplicationActs {
  /** Ends it as withdrawn. */
  withdraw(): Promise<Answer<SearchOrder>> | Answer<SearchOrder>;
  /** A session that has it set aside is still going; null: none is. */
  departureOf(application: ApplicationId): Promise<void> | null;
  /** The same of one that no session has open. False: it can't end now. */
  withdrawUnseen(application: ApplicationId): boolean;
  /** Keeps other answers, as whenever something was answered. */
  edit(sealed: Uint8Array): Promise<Answer<ApplicationSnapshot>> | Answer<ApplicationSnapshot>;
}

/** What only a resident does who has the screen. */
export function residentCalls(port: ResidentPort, acts: ApplicationActs, occupant: Occupant): ResidentCalls {
  const { vault, kiosk, residentScreen, staff, holds, snapshots, screens } = port;

  return {
    chooseLanguage({ language, sealed }) {
      // Nobody sees here what else is in sealed answers. Of a screen that anybody may touch they are an edit like any other.
      if (residentScreen.language() !== null)
        return andThen(Promise.resolve(acts.edit(sealed)), (snapshot) => {
          residentScreen.reads(language);
          return ok(snapshot);
        });
      const application = applicationIn(occupant);
      // For staff its state stays, and so does a refusal: nothing was answered otherwise.
      vault.together(sealed.byteLength, () => vault.store(application, 'answers', sealed));
      return ok(snapshots.of(application));
    },
    finishAnswers({ fingerprints }) {
      const language = residentScreen.language();
      if (language === null) return err(notNow);
      if (kiosk.forResidents().setting === 'counter') {
        staff.lock('finished');
        screens.refresh();
        return ok({});
      }
      const application = applicationIn(occupant);
      if (fingerprints !== null) vault.addMade(application, fingerprints);
      const told = ticketTold(port, application, language);
      port.waitingForClerk.add(application);
      occupant.leaving = true;
      void port.sessionReplacement.putAside(occupant, application, told);
      residentScreen.startOver();
      return ok({});
    },
    forgetEnding() {
      const isTheirs = residentScreen.language() !== null && port.pool.shown() === occupant.session;
      if (!isTheirs || !forgetEnding(port)) return err(notNow);
      screens.refresh();
      return ok({});
    },
    async leaveWithTicket() {
      const waiting = ticketShown(port);
      // The session that had it may still be going; what is told may be another thing afterward.
      if (waiting !== null) await acts.departureOf(waiting);
      const isTheirs = residentScreen.language() !== null && port.pool.shown() === occupant.session;
      if (!isTheirs || !leaveTicket(port, acts.withdrawUnseen)) return err(notNow);
      screens.refresh();
      return ok({});
    },
    leaveNow({ fingerprints }) {
      const application = applicationIn(occupant);
      const isKept = holds.verdict(application, null).kind !== 'free';
      // A clerk who wants to end what a hold keeps is refused, and the ledger has it, as with every other ending.
      if (isKept && residentScreen.language() !== null) {
        if (fingerprints !== null) vault.addMade(application, fingerprints);
        leaveHeld(port, occupant, application, 'withdrawn');
        return ok({ kind: 'kept' as const });
      }
      // Before the record goes.
      const made = [...vault.made(application)];
      return andThen(Promise.resolve(acts.withdraw()), (where) =>
        ok({ ...where, kind: 'erasing' as const, fingerprints: made }),
      );
    },
  };
}
