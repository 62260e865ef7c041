import { err, ok, type Result, unreachable } from '../result.ts';

/** Why a finished card cannot be given to the person. The card is destroyed and counted with this reason. */
export const spoilReasons = [
  'smudged',
  'misaligned',
  'incomplete',
  'damaged',
  'wrong-details',
  'wrong-photo',
  'not-collected',
] as const;
export type SpoilReason = (typeof spoilReasons)[number];

/** How an application ended. `called-off`: unfinished, by an act of the office on everything that was open. */
export const outcomes = ['issued', 'denied', 'withdrawn', 'expired', 'called-off'] as const;
export type Outcome = (typeof outcomes)[number];

/** What is known about the card of a job that was started. */
export type CardInSight = 'expected' | 'none' | 'doubtful';

/**
 * Where an application is. Nothing here tells anything about the person: the vault keeps it in clear.
 * `photographed` means checked and photographed; `ready` means read back after the last change. The last one is
 * `wiping`: whatever comes after it has no record any more.
 */
export type ApplicationState =
  | { readonly kind: 'draft' }
  | { readonly kind: 'checked' }
  | { readonly kind: 'photographed' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'queued' }
  | { readonly kind: 'printing'; readonly card: CardInSight }
  | { readonly kind: 'printed' }
  | { readonly kind: 'spoiled'; readonly reason: SpoilReason }
  | { readonly kind: 'handed-over' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'called-off' }
  | { readonly kind: 'wiping'; readonly outcome: Outcome };

/** The states without their details: as much as a list or a screen of another process needs to know. */
export const applicationStateKinds = [
  'draft',
  'checked',
  'photographed',
  'ready',
  'queued',
  'printing',
  'printed',
  'spoiled',
  'handed-over',
  'denied',
  'withdrawn',
  'expired',
  'called-off',
  'wiping',
] as const satisfies readonly ApplicationState['kind'][];

/** Every state as the vault writes it, in the order of an application's life. */
export const APPLICATION_STATE_TEXTS = [
  'draft',
  'checked',
  'photographed',
  'ready',
  'queued',
  'printing',
  'printing-no-card',
  'printing-doubtful',
  'printed',
  'spoiled-smudged',
  'spoiled-misaligned',
  'spoiled-incomplete',
  'spoiled-damaged',
  'spoiled-wrong-details',
  'spoiled-wrong-photo',
  'spoiled-not-collected',
  'handed-over',
  'denied',
  'withdrawn',
  'expired',
  'called-off',
  'wiping-issued',
  'wiping-denied',
  'wiping-withdrawn',
  'wiping-expired',
  'wiping-called-off',
] as const;
export type ApplicationStateText = (typeof APPLICATION_STATE_TEXTS)[number];

/** How every application begins. */
export const NEW_APPLICATION: ApplicationState = { kind: 'draft' };

const STATE_OF_TEXT: Readonly<Record<ApplicationStateText, ApplicationState>> = {
  draft: NEW_APPLICATION,
  checked: { kind: 'checked' },
  photographed: { kind: 'photographed' },
  ready: { kind: 'ready' },
  queued: { kind: 'queued' },
  printing: { kind: 'printing', card: 'expected' },
  'printing-no-card': { kind: 'printing', card: 'none' },
  'printing-doubtful': { kind: 'printing', card: 'doubtful' },
  printed: { kind: 'printed' },
  'spoiled-smudged': { kind: 'spoiled', reason: 'smudged' },
  'spoiled-misaligned': { kind: 'spoiled', reason: 'misaligned' },
  'spoiled-incomplete': { kind: 'spoiled', reason: 'incomplete' },
  'spoiled-damaged': { kind: 'spoiled', reason: 'damaged' },
  'spoiled-wrong-details': { kind: 'spoiled', reason: 'wrong-details' },
  'spoiled-wrong-photo': { kind: 'spoiled', reason: 'wrong-photo' },
  'spoiled-not-collected': { kind: 'spoiled', reason: 'not-collected' },
  'handed-over': { kind: 'handed-over' },
  denied: { kind: 'denied' },
  withdrawn: { kind: 'withdrawn' },
  expired: { kind: 'expired' },
  'called-off': { kind: 'called-off' },
  'wiping-issued': { kind: 'wiping', outcome: 'issued' },
  'wiping-denied': { kind: 'wiping', outcome: 'denied' },
  'wiping-withdrawn': { kind: 'wiping', outcome: 'withdrawn' },
  'wiping-expired': { kind: 'wiping', outcome: 'expired' },
  'wiping-called-off': { kind: 'wiping', outcome: 'called-off' },
};

/** The state as the vault writes it in clear: a short plain string that says nothing about the person. */
export function stateText(state: ApplicationState): ApplicationStateText {
  switch (state.kind) {
    case 'printing':
      return printingText(state.card);
    case 'spoiled':
      return `spoiled-${state.reason}`;
    case 'wiping':
      return `wiping-${state.outcome}`;
    default:
      return state.kind;
  }
}

function printingText(card: CardInSight): ApplicationStateText {
  switch (card) {
    case 'expected':
      return 'printing';
    case 'none':
      return 'printing-no-card';
    case 'doubtful':
      return 'printing-doubtful';
    default:
      return unreachable(card);
  }
}

/**
 * Reads a state from the vault. Error: `unknown-state`, when the row was written by another version or
 * altered. The caller must treat that as damage, never as a draft.
 */
export function parseApplicationState(
  text: string,
): Result<ApplicationState, { readonly kind: 'unknown-state'; readonly text: string }> {
  const known = APPLICATION_STATE_TEXTS.find((candidate) => candidate === text);
  return known === undefined ? err({ kind: 'unknown-state', text }) : ok(STATE_OF_TEXT[known]);
}
