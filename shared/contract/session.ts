import { z } from 'zod';

/** From the keeper to a session's Electron main process. Never a payload: main must not hold a person. */
export const sessionOrder = z.discriminatedUnion('kind', [z.object({ kind: z.literal('show') })]);
export type SessionOrder = z.infer<typeof sessionOrder>;

/** From a session's Electron main process to the keeper. */
export const sessionReport = z.discriminatedUnion('kind', [
  /** The first screen is painted: this session can serve as the spare. */
  z.object({ kind: z.literal('painted') }),
  /** The window is on the screen. */
  z.object({ kind: z.literal('shown') }),
]);
export type SessionReport = z.infer<typeof sessionReport>;
