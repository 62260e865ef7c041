import { isEnding } from '../../shared/application/is-ending.ts';
import type { Ticket } from '../../shared/contract/ids.ts';
import { isErasing } from '../../shared/contract/residents/last-ending.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { SOON_MINUTES } from '../wording/application/state.ts';

/** What a clerk between two applicants does first. */
export type FirstThing =
  | {
      readonly kind:
        | 'expires'
        | 'expires-now'
        | 'card-expires'
        | 'card-expires-now'
        | 'unknown-expires'
        | 'stopped'
        | 'card-waits'
        | 'reprint';
      readonly ticket: Ticket;
    }
  | { readonly kind: 'wait' | 'date' | 'finish' | 'closed' | 'open-day' | 'refused' | 'camera' | 'start' };

/** What the screen itself knows. `isRefused`: why nobody new is served stands below Start. `lacksCamera`: nobody gets a card. */
interface ScreenNow {
  readonly isRefused: boolean;
  readonly lacksCamera: boolean;
}

/** Whether somebody new can be served now. */
function newOnes(status: KioskStatus, hasOpen: boolean, { isRefused, lacksCamera }: ScreenNow): FirstThing {
  const { dateQuestion, intake, shortage, diskFails, lastEnding } = status;
  if (dateQuestion !== null) return { kind: 'date' };
  if (intake.kind !== 'open' || shortage !== null || diskFails) {
    if (hasOpen) return { kind: 'finish' };
    // These two have no notice: why it is so stands below Start alone.
    if (intake.kind === 'packed-up') return { kind: 'open-day' };
    return { kind: intake.kind === 'order-missing' ? 'refused' : 'closed' };
  }
  if (isErasing(lastEnding)) return { kind: 'wait' };
  // Nobody is told to press again what has just been refused.
  if (isRefused) return { kind: 'refused' };
  return { kind: lacksCamera ? 'camera' : 'start' };
}

type InProgress = KioskStatus['inProgress'][number];

/** Of those whose time is up within the hour the one that is first. */
function soonestOf(applications: readonly InProgress[]): InProgress | undefined {
  return applications
    .filter(({ minutesLeft }) => (minutesLeft ?? SOON_MINUTES) < SOON_MINUTES)
    .sort((one, other) => (one.minutesLeft ?? 0) - (other.minutesLeft ?? 0))[0];
}

/** As its row says: in its last minute an application expires now. */
function expiring({ ticket, state, minutesLeft }: InProgress): FirstThing {
  const isNow = minutesLeft !== null && minutesLeft < 1;
  if (state === 'printed') return { kind: isNow ? 'card-expires-now' : 'card-expires', ticket };
  return { kind: isNow ? 'expires-now' : 'expires', ticket };
}

/** What comes first: what would be lost, what a finished card waits for, then the next applicant. */
export function firstThing(status: KioskStatus, now: ScreenNow): FirstThing {
  const alive = status.inProgress.filter(({ state, hold }) => hold !== 'frozen' && !isEnding(state));
  const open = alive.filter(({ rulesUnknown }) => !rulesUnknown);
  const soonest = soonestOf(open);
  if (soonest !== undefined) return expiring(soonest);
  const unknown = soonestOf(alive);
  if (unknown !== undefined) return { kind: 'unknown-expires', ticket: unknown.ticket };
  const stopped = open.find(({ printStopped }) => printStopped);
  if (stopped !== undefined) return { kind: 'stopped', ticket: stopped.ticket };
  // A card that a legal hold keeps here waits for no applicant.
  const printed = open.find(({ state, hold }) => state === 'printed' && hold === 'free');
  if (printed !== undefined) return { kind: 'card-waits', ticket: printed.ticket };
  const spoiled = open.find(({ state }) => state === 'spoiled');
  return spoiled === undefined
    ? newOnes(
        status,
        open.some(({ hold }) => hold === 'free'),
        now,
      )
    : { kind: 'reprint', ticket: spoiled.ticket };
}
