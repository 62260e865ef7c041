import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { mayApplicantAnswer } from '../../../shared/residents/may-answer.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type Occupant, openIn } from '../applications/occupants.ts';
import { storedRecordOf } from '../applications/open-record.ts';
import type { Session } from '../sessions/session.ts';
import type { StoredApplication } from '../vault/rows.ts';

type GiveScreenCalls = Pick<Handlers<typeof keeperCalls>, 'giveToResident'>;

const notNow = { kind: 'not-now' } as const;

/** What giving a resident the screen needs of the kiosk. */
export interface GiveScreenPort {
  readonly vault: { stored(application: ApplicationId): StoredApplication | null };
  readonly kiosk: { forResidents(): { readonly setting: ResidentSetting } };
  readonly residentScreen: { give(language: ResidentLanguage): void };
  readonly pool: { shown(): Session | null };
  readonly startScreen: { mayBegin(occupant: Occupant): boolean; offered(): Ticket | null };
  readonly intake: { admit(): Result<CustodyKind, Refusal> };
  readonly endings: { over(): void };
  readonly screens: { refresh(): void };
}

/** Giving a resident the screen. */
export function giveScreenCalls(port: GiveScreenPort, occupant: Occupant): GiveScreenCalls {
  const { vault, kiosk, residentScreen, screens } = port;

  /** Why the screen cannot be given as it is; null: it can. */
  function obstacle(setting: ResidentSetting): Refusal | null {
    const application = openIn(occupant);
    if (setting === 'off' || port.pool.shown() !== occupant.session) return notNow;
    if (application !== null) {
      const { state } = storedRecordOf(vault, application);
      return mayApplicantAnswer(state.kind) ? null : { kind: 'past-applicants-part' };
    }
    // A clerk's application whose session has died is about to be opened here again.
    const isFree = port.startScreen.mayBegin(occupant) && port.startScreen.offered() === null;
    if (setting !== 'self-service' || !isFree) return notNow;
    const admitted = port.intake.admit();
    return admitted.ok ? null : admitted.error;
  }

  return {
    giveToResident({ language }) {
      const refusal = obstacle(kiosk.forResidents().setting);
      if (refusal !== null) return err(refusal);
      // What the start screen told was for staff.
      if (openIn(occupant) === null) port.endings.over();
      residentScreen.give(language);
      screens.refresh();
      return ok({});
    },
  };
}
