import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { err, ok } from '../../../shared/result.ts';
import { THIS_MORNING } from '../fixtures/fixture.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type ResidentActs = Pick<
  Handlers<typeof screenCalls>,
  | 'setResidentSetting'
  | 'setDisplayWidth'
  | 'acceptNotice'
  | 'readAcceptances'
  | 'chooseLanguage'
  | 'chooseLook'
  | 'giveToResident'
  | 'finishAnswers'
  | 'forgetEnding'
  | 'leaveNow'
  | 'leaveWithTicket'
>;

/** Calls about residents who have the screen. */
export function residentActs(kiosk: FixtureKiosk): ResidentActs {
  const residents = () => kiosk.status().residents;
  const change = (changed: Partial<ReturnType<typeof residents>>) =>
    kiosk.changeStatus({ residents: { ...residents(), ...changed } });

  return {
    setResidentSetting: ({ setting }) => change({ setting }),
    setDisplayWidth: ({ millimeters }) => change({ displayWidthMillimeters: millimeters }),
    acceptNotice: ({ language }) =>
      change({ acceptedNotices: [...new Set([...residents().acceptedNotices, language])] }),
    readAcceptances: () =>
      ok({
        acceptances: residents().acceptedNotices.map((language) => ({
          ...{ language, since: THIS_MORNING },
          by: kiosk.status().staff?.name ?? null,
        })),
      }),
    chooseLanguage({ language }) {
      const now = kiosk.application();
      return now === null
        ? err({ kind: 'not-now' })
        : kiosk.change({ answers: { ...now.answers, language } });
    },
    // The fixture that ends the session says itself how it looks.
    chooseLook: () => ok({}),
    giveToResident: () => change({ atScreen: true }),
    finishAnswers() {
      if (residents().setting === 'counter')
        return kiosk.changeStatus({
          ...{ screenLocked: true, residents: { ...residents(), atScreen: false, handedBack: 'finished' } },
        });
      kiosk.endSession('resident-ticket');
      return ok({});
    },
    forgetEnding: () => kiosk.changeStatus({ lastEnding: { kind: 'none' } }),
    leaveWithTicket() {
      const { lastEnding } = kiosk.status();
      if (lastEnding.kind !== 'ticket') return err({ kind: 'not-now' });
      const { language, look } = lastEnding;
      return kiosk.changeStatus({
        lastEnding: { kind: 'left', language, look, outcome: 'withdrawn', became: { kind: 'erasing' } },
      });
    },
    leaveNow() {
      kiosk.endSession('resident-left-erasing');
      return ok({});
    },
  };
}
