import { z } from 'zod';

/**
 * What the ledger counts of an ending besides its outcome. A core says it when it finishes: the route and the fee lie
 * sealed with the answers, and the keeper learns them only once, without knowing whose they were.
 */
export const endingCount = z.object({
  /** A card that was no first one. */
  again: z
    .object({
      route: z.enum(['renewal', 'replacement', 'correction']),
      oldCard: z.enum(['destroyed', 'none']),
    })
    .nullable(),
  /** A fee that was due. */
  fee: z.enum(['paid', 'waived']).nullable(),
  /** A refusal, and who looked at it; the keeper itself knows that. */
  denied: z.object({ review: z.enum(['supervisor', 'none']) }).nullable(),
});
export type EndingCount = z.infer<typeof endingCount>;
