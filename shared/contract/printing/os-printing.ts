import { z } from 'zod';
import { bytes } from '../bytes.ts';
import { osPrintingDefect } from '../defects/defect.ts';

/** From a print worker to the Electron process that prints for it, once that is `ready`: both faces as PNG. */
export const osPrintOrder = z.object({ front: bytes, back: bytes });
export type OsPrintOrder = z.infer<typeof osPrintOrder>;

/**
 * Back again. `ready` or `no-such-queue` comes before the card is given. `handed-over` is all that an operating
 * system ever says: no job, no state, no end.
 */
export const osPrintReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('handed-over') }),
  z.object({ kind: z.literal('no-such-queue') }),
  /** The defect, if it is one. */
  z.object({ kind: z.literal('failed'), defect: osPrintingDefect.nullable() }),
]);
export type OsPrintReport = z.infer<typeof osPrintReport>;

/** With this switch the application is no session: it prints one card on a queue of the system, and ends. */
export const OS_PRINTING_SWITCH = 'print-on-os-queue';

/** What the print worker sets for that process. */
export const osPrintEnvironment = z.object({
  /** Removed with it: all that Chromium writes lies there. */
  COUNTERFOIL_OS_PRINTING_FOLDER: z.string(),
  COUNTERFOIL_OS_PRINTING_QUEUE: z.string(),
});
export type OsPrintEnvironment = z.infer<typeof osPrintEnvironment>;
