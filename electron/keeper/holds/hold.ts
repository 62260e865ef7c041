import { z } from 'zod';
import { type ApplicationId, holdId } from '../../../shared/contract/ids.ts';
import { type HoldReason, holdReasons } from '../../../shared/ledger/reasons.ts';

export const holdRow = z.object({
  identifier: holdId,
  scope: z.enum(['all', 'tickets']),
  reason: z.enum(holdReasons),
  since: z.number().int(),
  set_by: z.string(),
  reference: z.string().nullable(),
  frozen: z.number().int(),
  unsealed: z.number().int(),
});

/** A hold in force. */
export type Hold = z.infer<typeof holdRow>;

/** A hold as it is set. */
export interface NewHold {
  readonly scope: Hold['scope'];
  readonly reason: HoldReason;
  /** Epoch milliseconds. */
  readonly since: number;
  /** The name of the supervisor, for the screens of this kiosk; the ledger has an identifier. */
  readonly by: string;
  readonly applications: readonly ApplicationId[];
}
