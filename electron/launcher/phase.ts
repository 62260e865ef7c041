import type { KioskState } from '../../shared/contract/launcher.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';

/** Where the launcher is: on the way to a kiosk, before a page of failure, or behind a keeper that has the screen. */
export type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'problem'; readonly problem: StartProblem }
  | { readonly kind: 'kiosk'; readonly keeper: { state(): Promise<KioskState | null> } };

/** The same, as it is told: with what the keeper says. */
export type Condition =
  | Exclude<Phase, { readonly kind: 'kiosk' }>
  | { readonly kind: 'kiosk'; readonly state: KioskState | null }
  /** The kiosk was told to end, and has: how it was when nothing could begin any more. */
  | { readonly kind: 'ended'; readonly state: KioskState | null };
