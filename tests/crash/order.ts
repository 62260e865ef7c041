import { z } from 'zod';
import { custodyKind } from '../../shared/contract/custody.ts';

/** Faults that the suite must find out; the product has no such switch. */
export const sabotage = z.enum(['keep-key', 'rename-slot', 'keep-journal', 'keep-old-signing-key']);
export type Sabotage = z.infer<typeof sabotage>;

/** What a keeper of this suite is started with, as JSON in its environment. */
export const order = z.object({
  task: z.enum(['set-up', 'enroll', 'restart']),
  dataFolder: z.string(),
  /** On a tmpfs; made and removed by the suite. */
  keeperFolder: z.string(),
  custody: custodyKind,
  token: z.string(),
  workerPath: z.string(),
  policyPath: z.string(),
  /** In hex; what the passphrase of a member of staff would unwrap. Null before set-up. */
  deviceKey: z.string().nullable(),
  sabotage: sabotage.nullable(),
  /** The machine was started anew since: another boot id, a young uptime. */
  rebooted: z.boolean(),
});
export type Order = z.infer<typeof order>;

/** The descriptor on which marks are told. */
export const MARKS_PIPE = 4;
