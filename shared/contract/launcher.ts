import { z } from 'zod';
import { startProblem } from '../start/start-problem.ts';
import { kioskUses } from './kiosk-use.ts';

/** What the page in front shows while there is no kiosk: a problem, or that somebody is at it. */
export const frontPage = z.discriminatedUnion('kind', [
  /** `tries`: how often somebody has pressed the key in vain. `again`: whether the key is offered. */
  z.object({
    kind: z.literal('problem'),
    problem: startProblem,
    tries: z.number().int(),
    again: z.boolean(),
  }),
  /** The kiosk ended by itself and is started again. */
  z.object({ kind: z.literal('restarting') }),
  /** Somebody pressed the key. */
  z.object({ kind: z.literal('trying') }),
]);
export type FrontPage = z.infer<typeof frontPage>;

/** From the launcher to the process that shows the page: show this, in the place of what is shown, and what the kiosk is for. */
export const frontOrder = z.object({ kind: z.literal('show'), page: frontPage, use: kioskUses });
export type FrontOrder = z.infer<typeof frontOrder>;

/** From that process to the launcher. */
export const frontReport = z.discriminatedUnion('kind', [
  /** A page is on the screen. */
  z.object({ kind: z.literal('shown') }),
  /** Somebody pressed Enter on a page that offers it. */
  z.object({ kind: z.literal('again') }),
]);
export type FrontReport = z.infer<typeof frontReport>;

/**
 * What a kiosk tells whoever manages its machine: no person, no time. Null in the place of it: the keeper lives, and can't read
 * its files now.
 */
export const kioskState = z.object({
  /**
   * `serving`: somebody is at it, or a card is being made; `no-screen`: no session is shown, because the display is away or one
   * is coming up.
   */
  screen: z.enum(['start-screen', 'serving', 'no-screen']),
  /** Applications that are open. */
  open: z.number().int().min(0),
  /** Of what is open or being erased, how many have their key in memory only: a stop of the keeper forgets them. */
  forgets: z.number().int().min(0),
  /** Erasures that are not proven yet. */
  endings: z.number().int().min(0),
  /** Whether a legal hold stands. */
  held: z.boolean(),
});
export type KioskState = z.infer<typeof kioskState>;

/** From the launcher to the keeper: say how the kiosk is, now and from then on with each change. */
export const keeperOrder = z.object({ kind: z.literal('tell-state') });
export type KeeperOrder = z.infer<typeof keeperOrder>;

/** From the keeper to whoever started it. */
export const keeperReport = z.discriminatedUnion('kind', [
  /** It does not start, and ends with the problem's number. */
  z.object({ kind: z.literal('refused'), problem: startProblem }),
  /** Its first session is on the screen. */
  z.object({ kind: z.literal('on-screen') }),
  /** How the kiosk is. `asked`: in answer to the order, else because it has changed. */
  z.object({ kind: z.literal('state'), state: kioskState.nullable(), asked: z.boolean() }),
  /** It has ended as it was told to: how the kiosk was when nothing could begin any more. */
  z.object({ kind: z.literal('ended'), state: kioskState.nullable() }),
]);
export type KeeperReport = z.infer<typeof keeperReport>;

/** With this code a keeper ends that wants the next one to judge its files anew. To the launcher it is a keeper that died. */
export const STARTS_AGAIN = 1;

/** With this switch the application is no session: it shows why there is no kiosk, and knows nobody. */
export const FRONT_PAGE_SWITCH = 'front-page';

/** What the launcher sets for the process that shows the page. */
export const frontEnvironment = z.object({
  /** In memory, and removed with the process: all that Chromium writes lies there. */
  COUNTERFOIL_FRONT_FOLDER: z.string(),
});
export type FrontEnvironment = z.infer<typeof frontEnvironment>;
