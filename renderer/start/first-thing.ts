import { isEnding } from '../../shared/application/is-ending.ts';
import type { Ticket } from '../../shared/contract/ids.ts';
import { isErasing } from '../../shared/contract/residents/last-ending.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { SOON_MINUTES } from '../wording/application/state.ts';

/** What a clerk between two applicants does first. */
export type FirstThing =
  | {
      readonly kind: 'expires' | 'card-expires' | 'stopped' | 'card-waits' | 'reprint';
      readonly ticket: Ticket;
    }
  | { readonly kind: 'wait' | 'date' | 'finish' | 'paused' | 'open-day' | 'refused' | 'start' };

/** Whether somebody new can be served now. */
function newOnes(status: KioskStatus, hasOpen: boolean, isRefused: boolean): FirstThing {
  const { dateQuestion, intake, shortage, diskFails, lastEnding } = status;
  if (dateQuestion !== null) return { kind: 'date' };
  if (intake.kind !== 'open' || shortage !== null || diskFails) {
    if (hasOpen) return { kind: 'finish' };
    // These two have no notice: why it is so stands below Start alone.
    if (intake.kind === 'packed-up') return { kind: 'open-day' };
    return { kind: intake.kind === 'order-missing' ? 'refused' : 'paused' };
  }
  if (isErasing(lastEnding)) return { kind: 'wait' };
  return { kind: isRefused ? 'refused' : 'start' };
}

/**
 * What comes first: what would be lost, what a finished card waits for, then the next applicant. `isRefused`: why nobody new is
 * served stands below Start, and nobody is told to press it again.
 */
export function firstThing(status: KioskStatus, isRefused: boolean): FirstThing {
  const open = status.inProgress.filter(
    ({ state, hold, rulesUnknown }) => hold !== 'frozen' && !rulesUnknown && !isEnding(state),
  );
  const soonest = open
    .filter(({ minutesLeft }) => (minutesLeft ?? SOON_MINUTES) < SOON_MINUTES)
    .sort((one, other) => (one.minutesLeft ?? 0) - (other.minutesLeft ?? 0))[0];
  if (soonest !== undefined)
    return { kind: soonest.state === 'printed' ? 'card-expires' : 'expires', ticket: soonest.ticket };
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
        isRefused,
      )
    : { kind: 'reprint', ticket: spoiled.ticket };
}
