import { z } from 'zod';
import { bytes } from './bytes.ts';
import { applicationId, jobId } from './ids.ts';

/** The built-in card printer. Without a folder it writes nothing to any disk. */
export const virtualPrinter = z.object({
  driver: z.literal('virtual'),
  /** A real dye printer takes 15 to 25 s a face; tests shorten it. */
  secondsPerFace: z.number().min(0).max(60),
  /** Where the user wants the finished card as files, or nowhere. */
  folder: z.string().nullable(),
});
export type VirtualPrinter = z.infer<typeof virtualPrinter>;

/** The one order a print worker gets, through its inherited pipe: a key and ciphertext. */
export const printOrder = z.object({
  job: jobId,
  application: applicationId,
  printer: virtualPrinter,
  key: bytes,
  card: bytes,
  photo: bytes,
});
export type PrintOrder = z.infer<typeof printOrder>;

/** What the worker tells the keeper. Sealed parts are under the application's key. */
export const workerReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('windows'), sealed: bytes }),
  z.object({ kind: z.literal('stage'), stage: z.enum(['sent', 'front', 'back']) }),
  z.object({ kind: z.literal('in-tray'), tray: bytes }),
  /** No card was made and none can come: the drawing refused. */
  z.object({ kind: z.literal('refused') }),
]);
export type WorkerReport = z.infer<typeof workerReport>;
