import { z } from 'zod';
import { sealedColumns } from '../../shared/contract/application/application-snapshot.ts';
import { applicationId } from '../../shared/contract/ids.ts';

/** What the keeper after the crash found, and what it has once its start is through. */
export const examination = z.object({
  /** Wipes that stood in the vault when it opened. */
  wiping: z.number(),
  wipesLeft: z.number(),
  locked: z.string().nullable(),
  open: z.array(
    z.object({
      application: applicationId,
      state: z.string(),
      hasKey: z.boolean(),
      /** The content of each column, null where nothing was stored. */
      columns: z.record(z.enum(sealedColumns), z.string().nullable()),
    }),
  ),
  keys: z.array(applicationId),
  pending: z.number(),
  ledgerIsValid: z.boolean(),
  /** What does not fit together of the files, by its kind: nothing that a crash leaves does not. */
  misfits: z.array(z.string()),
  /** Of the key that signs now, by the ledger. */
  epoch: z.number().nullable(),
  counts: z.object({ issued: z.number(), spoiled: z.number(), wiped: z.number() }),
  /** Applications that the tray check tells of. */
  forgotten: z.number(),
  sound: z.boolean(),
  bugs: z.array(z.string()),
  entries: z.array(z.string()),
});
export type Examination = z.infer<typeof examination>;
