import {
  type ApplicationEvent,
  type ApplicationState,
  advance,
} from '../../../shared/application/lifecycle.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { Answer } from '../../../shared/contract/declare.ts';
import type { PolicyOnStick } from '../../../shared/contract/policy-acts.ts';
import type { LocalQueue } from '../../../shared/contract/printing/printer.ts';
import { screenStatusOf } from '../../../shared/contract/residents/screen-status.ts';
import type { ScreenEvent } from '../../../shared/contract/screen.ts';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { OrderOnStick } from '../../../shared/contract/suspension/suspension-acts.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { err, ok } from '../../../shared/result.ts';
import { type Fixture, ORDINARY_DAY } from '../fixtures/fixture.ts';
import type { Pictures } from './pictures.ts';

/** A kiosk in a page's own memory: it begins as a fixture says, and acts change it. Nothing of it outlives the page. */
export interface FixtureKiosk {
  readonly policy: CompletePolicy;
  /** What a look at the USB drive comes to; null: no program key. */
  readonly stick: PolicyOnStick | null;
  /** What a look for an order comes to; null: no drive. */
  readonly order: OrderOnStick | null;
  readonly pictures: Pictures;
  status(): KioskStatus;
  application(): ApplicationView | null;
  members(): readonly Member[];
  changeMembers(members: readonly Member[]): void;
  /** Changes what every session is told, and tells it. */
  changeStatus(change: Partial<KioskStatus>): Answer<Record<string, never>>;
  /** Changes the application on the screen, and answers it. */
  change(change: Partial<ApplicationView>): Answer<ApplicationView>;
  /** As the lifecycle leads, or not now. */
  move(event: ApplicationEvent, change?: Partial<ApplicationView>): Answer<ApplicationView>;
  begin(application: ApplicationView): ApplicationView;
  say(event: ScreenEvent): void;
  /** The session has ended: the page of the next one shows this fixture. */
  endSession(next: string): void;
}

/** Print queues of a machine that has two. */
export const QUEUES: readonly LocalQueue[] = [
  { address: 'ipp://localhost:631/printers/cards', name: 'cards', makeAndModel: 'Invented Card Printer 300' },
  { address: 'ipp://localhost:631/printers/office', name: 'office', makeAndModel: 'Invented Office Printer' },
];

/** What a kiosk needs of the page that it lives in. */
export interface KioskOfPage {
  readonly fixture: Fixture;
  readonly policy: CompletePolicy;
  readonly pictures: Pictures;
  say(event: ScreenEvent): void;
  endSession(next: string): void;
}

/** A kiosk as a fixture says. */
export function createFixtureKiosk(page: KioskOfPage): FixtureKiosk {
  const { fixture, policy, pictures, say, endSession } = page;
  let status = fixture.status ?? ORDINARY_DAY;
  let { application } = fixture;
  let { members } = fixture;

  function change(given: Partial<ApplicationView>): Answer<ApplicationView> {
    if (application === null) return err({ kind: 'not-now' });
    application = { ...application, ...given, revision: application.revision + 1 };
    say({ kind: 'application', application });
    return ok(application);
  }

  return {
    ...{ policy, pictures, say, endSession, change },
    stick: fixture.stick,
    order: fixture.order,
    status: () => status,
    application: () => application,
    members: () => members,
    changeMembers(next) {
      members = next;
      status = { ...status, staffNames: next.map(({ name }) => name) };
      say({ kind: 'status', status: screenStatusOf(status) });
    },
    changeStatus(given) {
      status = { ...status, ...given };
      say({ kind: 'status', status: screenStatusOf(status) });
      return ok({});
    },
    move(event, given = {}) {
      if (application === null) return err({ kind: 'not-now' });
      const moved = advance(stateOf(application), event);
      if (!moved.ok) return err({ kind: 'not-now' });
      const state = moved.value;
      return change({
        spoilReason: state.kind === 'spoiled' ? state.reason : null,
        ...given,
        state: state.kind,
      });
    },
    begin(next) {
      application = next;
      return next;
    },
  };
}

/** The state with its details, which a page is told elsewhere in the view. */
function stateOf({ state, spoilReason, printEnding, printStage }: ApplicationView): ApplicationState {
  switch (state) {
    case 'spoiled':
      return { kind: state, reason: spoilReason ?? 'smudged' };
    case 'printing':
      if (printEnding?.kind === 'doubt') return { kind: state, card: 'doubtful' };
      return { kind: state, card: printStage === 'failed' ? 'none' : 'expected' };
    case 'wiping':
      return { kind: state, outcome: 'issued' };
    default:
      return { kind: state };
  }
}
