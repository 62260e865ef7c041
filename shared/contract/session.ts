import { z } from 'zod';
import { sessionDefect } from './defects/defect.ts';

/** From the keeper to a session's Electron main process. Never a payload: main must not hold a person. */
export const sessionOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('show') }),
  /** Asks whether the page is still there. */
  z.object({ kind: z.literal('still-there') }),
]);
export type SessionOrder = z.infer<typeof sessionOrder>;

/** From a session's Electron main process to the keeper. */
export const sessionReport = z.discriminatedUnion('kind', [
  /** The first screen is painted: this session can serve as the spare. */
  z.object({ kind: z.literal('painted') }),
  /** The window is on the screen. */
  z.object({ kind: z.literal('shown') }),
  /** The page has answered: its event loop turns, and that of the main process. */
  z.object({ kind: z.literal('still-there') }),
  /** One of its processes has a defect; most of them end with it. */
  z.object({ kind: z.literal('defect'), defect: sessionDefect }),
]);
export type SessionReport = z.infer<typeof sessionReport>;

/** What the keeper sets for a session, whose processes inherit it: each takes its own part. */
export const sessionEnvironment = z.object({
  /** In memory, and removed with the session: all that Chromium writes lies there. */
  COUNTERFOIL_SESSION_FOLDER: z.string(),
  /** The program of the core, and the Node that runs it. */
  COUNTERFOIL_CORE: z.string(),
  COUNTERFOIL_NODE: z.string(),
  /** Where the core reaches the keeper, and by what the keeper knows it. */
  COUNTERFOIL_KEEPER_SOCKET: z.string(),
  COUNTERFOIL_SESSION_TOKEN: z.string(),
  /** The folder of the fonts that cards are drawn with. */
  COUNTERFOIL_FONTS: z.string(),
});
export type SessionEnvironment = z.infer<typeof sessionEnvironment>;

/** Of its main process, and of the relay that this starts. */
export const mainEnvironment = sessionEnvironment.pick({
  COUNTERFOIL_SESSION_FOLDER: true,
  COUNTERFOIL_CORE: true,
  COUNTERFOIL_NODE: true,
});
export type MainEnvironment = z.infer<typeof mainEnvironment>;

export const coreEnvironment = sessionEnvironment.pick({
  COUNTERFOIL_KEEPER_SOCKET: true,
  COUNTERFOIL_SESSION_TOKEN: true,
  COUNTERFOIL_SESSION_FOLDER: true,
  COUNTERFOIL_FONTS: true,
});
