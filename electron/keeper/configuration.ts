import { z } from 'zod';
import { virtualPrinter } from '../../shared/contract/worker.ts';

/** How a keeper is started: one JSON object in its environment, parsed here and nowhere else. */
export const configuration = z.object({
  /** Where vault and ledger lie. */
  dataFolder: z.string(),
  electron: z.object({
    executable: z.string(),
    /** Before our own arguments: the folder of the bundled session, where Electron needs to be told. */
    arguments: z.array(z.string()),
    runtime: z.enum(['evaluation', 'production']),
  }),
  node: z.string(),
  corePath: z.string(),
  workerPath: z.string(),
  fontFolder: z.string(),
  /** Where exports of the ledger and checkpoints are written (the place of a stick), or nowhere. */
  exportFolder: z.string().nullable(),
  printer: virtualPrinter,
});
export type Configuration = z.infer<typeof configuration>;
