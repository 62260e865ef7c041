import type { Bridge } from '../../../renderer/core-client/bridge.ts';
import type { CharacterRun } from '../../../shared/card/coverage.ts';
import { authorizeCalls, type CallerState } from '../../../shared/contract/authorize-calls.ts';
import { type Answer, type Handlers, parseOutput } from '../../../shared/contract/declare.ts';
import { screenStatusOf } from '../../../shared/contract/residents/screen-status.ts';
import { type ScreenEvent, screenCalls, screenEvent } from '../../../shared/contract/screen.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { ok } from '../../../shared/result.ts';
import type { Fixture, Instead } from '../fixtures/fixture.ts';
import { applicationActs, showCard } from './application-acts.ts';
import { dayActs } from './day-acts.ts';
import { doctorActs } from './doctor-acts.ts';
import { createFixtureKiosk, type FixtureKiosk } from './fixture-kiosk.ts';
import { issuanceActs } from './issuance-acts.ts';
import { kioskActs } from './kiosk-acts.ts';
import type { Pictures } from './pictures.ts';
import { policyActs } from './policy-acts.ts';
import { printerActs } from './printer-acts.ts';
import { productionActs } from './production-acts.ts';
import { recordSearchActs } from './record-search-acts.ts';
import { recoveryActs } from './recovery-acts.ts';
import { residentActs } from './resident-acts.ts';
import { staffActs } from './staff-acts.ts';
import { statementActs } from './statement-acts.ts';
import { statisticsActs } from './statistics-acts.ts';
import { suspensionActs } from './suspension-acts.ts';

/** What a fixture core needs of its page. */
export interface PageOfCore {
  readonly policy: CompletePolicy;
  readonly pictures: Pictures;
  /** What the fonts of the card have. */
  readonly printable: readonly CharacterRun[];
  /** The session has ended: the next one's page shows this fixture. */
  endSession(next: string): void;
  /** The first screen is on the display. */
  painted(): void;
  /** What went wrong in here, for whoever looks into the page. */
  onBug(what: string, error: unknown): void;
}

/**
 * The bridge of a page without a kiosk. It speaks the contract as the real core does: inputs are parsed and authorized by
 * the same function, and what it answers or tells is parsed by the contract's own schemas before the page gets it.
 */
export function createFixtureCore(fixture: Fixture, page: PageOfCore): Bridge {
  const listeners = new Set<(event: unknown) => void>();
  const say = (event: ScreenEvent): void => {
    const told = screenEvent.parse(event);
    // Not within the call that caused it: over a port an event is a message of its own.
    queueMicrotask(() => {
      for (const tell of listeners) tell(told);
    });
  };
  const kiosk = createFixtureKiosk({ fixture, say, ...page });
  const calls = authorizeCalls(screenCalls, handlersOf(kiosk, page), page.onBug);

  function declared(name: string): name is Extract<keyof typeof screenCalls, string> {
    return Object.hasOwn(screenCalls, name);
  }

  const instead = answersInstead(fixture);
  return {
    async call(name, input) {
      // As while a core comes up: nothing ever answers.
      if (fixture.status === null) return NEVER;
      if (fixture.meanwhile?.call === name) kiosk.changeStatus(fixture.meanwhile.status);
      const given = declared(name) ? instead(name) : undefined;
      const answer = (await given) ?? (await calls.answer(name, input, callerOf(kiosk)));
      return answer.ok && declared(name) ? ok(parseOutput(screenCalls, name, answer.value)) : answer;
    },
    onEvent(listener) {
      listeners.add(listener);
      void tellOfCard(fixture, kiosk);
    },
    painted: page.painted,
    failed: () => undefined,
    camera: async () => undefined,
  };
}

const NEVER = new Promise<never>(() => undefined);

/** What a state answers in the place of a call; nothing where it says nothing. */
function answersInstead({ instead }: Fixture) {
  const asked = new Map<keyof Instead, number>();
  return (name: keyof Instead): Promise<Answer<unknown> | undefined> => {
    const given = instead[name];
    if (given === undefined || 'ok' in given) return Promise.resolve(given);
    const turn = asked.get(name) ?? 0;
    asked.set(name, turn + 1);
    return turn < given.length ? Promise.resolve(given[turn]) : NEVER;
  };
}

function handlersOf(
  kiosk: FixtureKiosk,
  { printable }: Pick<PageOfCore, 'printable'>,
): Handlers<typeof screenCalls> {
  return {
    getState: () =>
      ok({ status: screenStatusOf(kiosk.status()), policy: kiosk.policy, application: kiosk.application() }),
    ...staffActs(kiosk),
    ...recoveryActs(kiosk),
    ...statementActs(kiosk),
    ...kioskActs(kiosk),
    ...doctorActs,
    ...statisticsActs,
    ...dayActs(kiosk),
    ...policyActs(kiosk),
    ...suspensionActs(kiosk),
    ...recordSearchActs(kiosk),
    ...productionActs(kiosk),
    ...printerActs(kiosk),
    ...applicationActs(kiosk),
    ...issuanceActs(kiosk),
    ...residentActs(kiosk),
    printableCharacters: async () => ok({ runs: printable }),
  };
}

function callerOf(kiosk: FixtureKiosk): CallerState {
  const { staff, screenLocked, approval, setUp, residents } = kiosk.status();
  const isNobody = staff === null || screenLocked || staff.mustChange;
  const residentRole = residents.atScreen ? 'resident' : residents.handedBack !== null ? 'handed-back' : null;
  return {
    role: residentRole ?? (isNobody ? 'nobody' : staff.role),
    approved: approval?.act ?? null,
    setUp,
    applicationOpen: kiosk.application() !== null,
  };
}

async function tellOfCard({ preview, hasTray }: Fixture, kiosk: FixtureKiosk): Promise<void> {
  if (hasTray) kiosk.say({ kind: 'tray', ...(await kiosk.pictures.faces()) });
  if (preview === 'drawn') await showCard(kiosk);
  else if (preview !== null) kiosk.say({ kind: 'preview', preview });
}
