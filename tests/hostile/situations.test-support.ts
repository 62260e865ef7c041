import { expect } from 'vitest';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { SUPERVISOR } from '../../electron/keeper/start/keeper.test-support.ts';
import type { WatchedKeeper } from './keeper.test-support.ts';
import type { HostilePage } from './page.test-support.ts';
import {
  clearTheWay,
  occupantShown,
  openNow,
  reachNobody,
  reachState,
  settle,
  signInAs,
} from './steps.test-support.ts';

/** Something that a kiosk and its session may be in. */
export interface Situation {
  readonly name: string;
  /** Whether it is so now. */
  is(): Promise<boolean>;
  /** Brings it about, as honest people would. */
  reach(): Promise<void>;
  /** The page to attack from, which is not always the one on the screen. */
  page(): Promise<HostilePage>;
}

/** States in an order in which each is near the one before. */
const STATES = [
  'draft',
  'checked',
  'photographed',
  'queued',
  'printing',
  'printing-doubtful',
  'printing-no-card',
  'printed',
  'ready',
  'spoiled-smudged',
];

async function noApplication(watched: WatchedKeeper): Promise<boolean> {
  return (await openNow(watched)) === null;
}

/** A session that nobody has used yet, and what may keep an applicant from it. */
function unused(watched: WatchedKeeper): readonly Situation[] {
  const { services } = watched.keeper;
  const { page } = watched;
  return [
    {
      name: 'undecided',
      page,
      is: async () => services.kiosk.read()?.custody === null,
      async reach() {
        await reachNobody(watched);
        services.vault.database.exec('UPDATE kiosk SET custody = NULL');
        services.screens.refresh();
      },
    },
    {
      name: 'nobody',
      page,
      is: async () =>
        !(await occupantShown(watched)).used &&
        services.kiosk.read()?.custody !== null &&
        services.holds.all().length === 0,
      reach: () => reachNobody(watched),
    },
    {
      name: 'tray unchecked',
      page,
      is: async () => services.trayChecks.pending() !== null,
      async reach() {
        await reachNobody(watched);
        services.trayChecks.add({ cause: 'expired', applications: 1, cards: 1 });
        services.screens.refresh();
      },
    },
  ];
}

/** An application in each of its states, on the screen. */
function inEachState(watched: WatchedKeeper): readonly Situation[] {
  const { services } = watched.keeper;
  return STATES.map((state) => ({
    name: state,
    page: watched.page,
    is: async () => (await openNow(watched))?.state === state && services.holds.all().length === 0,
    reach: () => reachState(watched, state),
  }));
}

/** A wipe that stays open, because its session does not end: seen from that session, and from the next one. */
function wipeOpen(watched: WatchedKeeper): readonly Situation[] {
  const { services } = watched.keeper;
  const { page } = watched;
  let finishing: HostilePage | null = null;
  async function reach(): Promise<void> {
    await reachState(watched, 'draft');
    finishing = await page();
    watched.fault.on = true;
    await finishing.ends('endWithoutCard', { outcome: 'withdrawn' });
    await until(() => expect(services.wipes.failure()?.step).toBe('session-ended'), 60_000);
    await settle(watched);
  }
  const stuck = async (): Promise<boolean> =>
    services.wipes.failure()?.step === 'session-ended' && (await noApplication(watched));
  return [
    {
      name: 'finishing',
      page: async () => finishing ?? page(),
      is: async () =>
        (await stuck()) && services.occupants.get(finishing?.session.token ?? '')?.finishing === true,
      reach,
    },
    { name: 'intake locked', page, is: stuck, reach },
  ];
}

/** The session after an application that has ended well. */
function sessionReplaced(watched: WatchedKeeper): Situation {
  const { services } = watched.keeper;
  const is = async (): Promise<boolean> =>
    services.endings.shown().kind === 'ended' && (await noApplication(watched));
  return {
    name: 'session replaced',
    page: watched.page,
    is,
    async reach() {
      await clearTheWay(watched);
      if (await is()) return;
      await reachState(watched, 'draft');
      await (await watched.page()).ends('endWithoutCard', { outcome: 'withdrawn' });
      await until(() => expect(services.endings.shown().kind).toBe('ended'), 60_000);
      await settle(watched);
    },
  };
}

/** A legal hold on everything: before somebody resumes intake, and an application that began after it. */
function underHold(watched: WatchedKeeper): readonly Situation[] {
  const { services } = watched.keeper;
  const { page } = watched;
  async function setHold(): Promise<void> {
    await reachNobody(watched);
    await signInAs(watched, await page(), SUPERVISOR);
    await (await page()).does('setHold', { reason: 'subpoena', tickets: null });
    await settle(watched);
  }
  return [
    {
      name: 'held',
      page,
      is: async () => services.holds.intake().isStopped && (await noApplication(watched)),
      reach: setHold,
    },
    {
      name: 'kept by a hold',
      page,
      is: async () => {
        const { isStopped, keepsNewOnes } = services.holds.intake();
        return keepsNewOnes && !isStopped && !(await noApplication(watched));
      },
      async reach() {
        await setHold();
        const [hold] = services.holds.all();
        if (hold === undefined) throw new Error('there is no hold');
        await (await page()).does('resumeIntake', { hold: hold.identifier, reference: 'Docket 12-345' });
        await (await page()).does('startApplication', {});
      },
    },
  ];
}

/** Everything from a kiosk that is set up to one whose applications have ended. */
export function situationsOf(watched: WatchedKeeper): readonly Situation[] {
  return [
    ...unused(watched),
    ...inEachState(watched),
    ...wipeOpen(watched),
    sessionReplaced(watched),
    ...underHold(watched),
  ];
}
