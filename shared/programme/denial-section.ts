import { z } from 'zod';
import { slug } from './documents/documents.ts';
import { localized, localizedParagraph } from './localized.ts';

/** A reason for which a card is refused. `name`: in the clerk's list; `slip`: what the applicant reads. */
const denialReason = z.strictObject({ id: slug, name: localized, slip: localizedParagraph }).readonly();

/** `how`: where and with what somebody appeals; `withinDays`: from the day of the refusal. `null`: not decided. */
const appeal = z
  .strictObject({ how: localizedParagraph, withinDays: z.int().min(1).max(3660).nullable() })
  .readonly();

/**
 * How a card is refused. `review`: `supervisor` looks at it on the spot before it stands (New York's Access to IDNYC Act
 * of 2025). `appeal`: `none` is a decision, too. `null`: not decided.
 */
export const denialSection = z
  .strictObject({
    reasons: z.array(denialReason).min(1).max(32).readonly(),
    review: z.enum(['supervisor', 'none']).nullable(),
    appeal: z.union([z.literal('none'), appeal]).nullable(),
  })
  .readonly();

export type DenialRules = z.infer<typeof denialSection>;
