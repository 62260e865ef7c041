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

/** From the keeper to whoever started it. */
export const keeperReport = z.discriminatedUnion('kind', [
  /** It does not start, and ends with the problem's number. */
  z.object({ kind: z.literal('refused'), problem: startProblem }),
  /** Its first session is on the screen. */
  z.object({ kind: z.literal('on-screen') }),
]);
export type KeeperReport = z.infer<typeof keeperReport>;

/** With this switch the application is no session: it shows why there is no kiosk, and knows nobody. */
export const FRONT_PAGE_SWITCH = 'front-page';

/** What the launcher sets for the process that shows the page. */
export const frontEnvironment = z.object({
  /** In memory, and removed with the process: all that Chromium writes lies there. */
  COUNTERFOIL_FRONT_FOLDER: z.string(),
});
export type FrontEnvironment = z.infer<typeof frontEnvironment>;
