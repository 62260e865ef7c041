import { err, ok, type Result, unreachable } from '../result.ts';
import type { ApplicationEvent } from './application-event.ts';
import type { ApplicationState, CardInSight, Outcome, SpoilReason } from './application-state.ts';

export type { ApplicationEvent } from './application-event.ts';
export {
  APPLICATION_STATE_TEXTS,
  type ApplicationState,
  applicationStateKinds,
  NEW_APPLICATION,
  type Outcome,
  outcomes,
  parseApplicationState,
  type SpoilReason,
  spoilReasons,
  stateText,
} from './application-state.ts';

declare const reached: unique symbol;
/** A state that the lifecycle led to. The vault writes no other. */
export type ReachedState = ApplicationState & { readonly [reached]: true };

/** The event does not fit the state. Nothing has changed. */
export interface NotNow {
  readonly kind: 'not-now';
  readonly state: ApplicationState;
  readonly event: ApplicationEvent;
}

/** How it ends by nobody's act at its counter. */
function unfinished(ending: 'policy-expired' | 'office-called-off'): ApplicationState {
  return { kind: ending === 'policy-expired' ? 'expired' : 'called-off' };
}

/** Events that are possible whenever nothing of the card is under way and no card lies anywhere. */
function withoutCard(event: ApplicationEvent): ApplicationState | null {
  switch (event.kind) {
    // Whatever is changed, the whole way to the read-back is gone again: an answer may have become
    // invalid, and a new birth date may ask for other documents. Only the photo is not taken twice.
    case 'clerk-edited':
      return { kind: 'draft' };
    case 'clerk-denied':
      return { kind: 'denied' };
    case 'clerk-withdrew':
      return { kind: 'withdrawn' };
    case 'policy-expired':
    case 'office-called-off':
      return unfinished(event.kind);
    default:
      return null;
  }
}

/** Events that are possible once the answers were checked, as long as no card is under way. */
function sinceChecked(event: ApplicationEvent): ApplicationState | null {
  switch (event.kind) {
    // A new photo is a change like any other: it has to be shown to the person again.
    case 'clerk-photographed':
      return { kind: 'photographed' };
    case 'clerk-dropped-photo':
      return { kind: 'checked' };
    default:
      return withoutCard(event);
  }
}

/** The same card can be printed again only if the answers and the photo on it were right. */
function mayBeReprinted(reason: SpoilReason): boolean {
  switch (reason) {
    case 'smudged':
    case 'misaligned':
    case 'incomplete':
    case 'damaged':
    case 'not-collected':
      return true;
    case 'wrong-details':
    case 'wrong-photo':
      return false;
    default:
      return unreachable(reason);
  }
}

function duringPrint(card: CardInSight, event: ApplicationEvent): ApplicationState | null {
  // A late reply of the printer may still settle a doubt.
  if (card !== 'none') {
    switch (event.kind) {
      case 'printer-finished':
        return { kind: 'printed' };
      case 'printer-failed':
        return { kind: 'printing', card: 'none' };
      case 'printer-lost':
        return { kind: 'printing', card: 'doubtful' };
      default:
    }
  }
  // While a card is expected from the printer, only the printer speaks.
  if (card === 'expected') {
    return null;
  }
  switch (event.kind) {
    // Also when the printer was certain that there is none: the hand that holds the card is right.
    case 'clerk-found-card':
      return { kind: 'printed' };
    case 'clerk-found-no-card':
      return { kind: 'printing', card: 'none' };
    case 'policy-expired':
    case 'office-called-off':
      return unfinished(event.kind);
    case 'clerk-retried':
      return card === 'none' ? { kind: 'queued' } : null;
    default:
      return card === 'none' ? sinceChecked(event) : null;
  }
}

function wipingWith(event: ApplicationEvent, outcome: Outcome): ApplicationState | null {
  return event.kind === 'keeper-began-wipe' ? { kind: 'wiping', outcome } : null;
}

function next(state: ApplicationState, event: ApplicationEvent): ApplicationState | null {
  switch (state.kind) {
    case 'draft':
      if (event.kind === 'clerk-checked') {
        return { kind: event.photo === 'taken' ? 'photographed' : 'checked' };
      }
      return withoutCard(event);
    case 'checked':
      return sinceChecked(event);
    case 'photographed':
      if (event.kind === 'clerk-settled-fee') return state;
      return event.kind === 'clerk-read-back' ? { kind: 'ready' } : sinceChecked(event);
    case 'ready':
      if (event.kind === 'clerk-settled-fee') return { kind: 'photographed' };
      return event.kind === 'clerk-queued' ? { kind: 'queued' } : sinceChecked(event);
    case 'queued':
      if (event.kind === 'printer-started') {
        return { kind: 'printing', card: 'expected' };
      }
      // Answers cannot be edited under a waiting job: nobody cancels a card without meaning to.
      return event.kind === 'clerk-edited' ? null : withoutCard(event);
    case 'printing':
      return duringPrint(state.card, event);
    case 'printed':
      return whenPrinted(event);
    case 'spoiled':
      if (event.kind === 'clerk-reprinted') {
        return mayBeReprinted(state.reason) ? { kind: 'queued' } : null;
      }
      return sinceChecked(event);
    case 'handed-over':
      return wipingWith(event, 'issued');
    case 'denied':
    case 'withdrawn':
    case 'expired':
    case 'called-off':
      return wipingWith(event, state.kind);
    // Only its record's end is left, and that leaves no state behind.
    case 'wiping':
      return null;
    default:
      return unreachable(state);
  }
}

function whenPrinted(event: ApplicationEvent): ApplicationState | null {
  switch (event.kind) {
    case 'clerk-handed-over':
      return { kind: 'handed-over' };
    case 'clerk-destroyed-old-card':
      return { kind: 'printed' };
    // A card that is not handed over is spoiled, whatever becomes of it, so that every card is counted once.
    case 'clerk-spoiled':
      return { kind: 'spoiled', reason: event.reason };
    // The printer said "completed", and the tray is said to be empty. Nobody else has seen that: the card is counted all
    // the same, and from here no hand that holds it is right any more.
    case 'clerk-found-no-card':
      return { kind: 'spoiled', reason: 'not-collected' };
    // Forgetting must not wait for a clerk who went home. The card in the tray is the keeper's to report.
    case 'policy-expired':
    case 'office-called-off':
      return unfinished(event.kind);
    default:
      return null;
  }
}

/** To be asked of nothing but what `next` answered: this is where a state becomes one that the vault writes. */
function isReached(after: ApplicationState | null): after is ReachedState {
  return after !== null;
}

/**
 * The next state of an application. Pure; the keeper is its only caller that writes the result.
 * Rules: nothing is printed that was not read back after the last change; one card
 * per application unless it is spoiled with a reason; after the hand-over only the wipe is left; a wipe
 * always carries how the application ended.
 * Error: `not-now`, when the event does not fit; nothing has changed then.
 */
export function advance(state: ApplicationState, event: ApplicationEvent): Result<ReachedState, NotNow> {
  const after = next(state, event);
  return isReached(after) ? ok(after) : err({ kind: 'not-now', state, event });
}
