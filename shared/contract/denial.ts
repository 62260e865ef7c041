import { z } from 'zod';
import { slug } from '../programme/documents/documents.ts';
import { OLD_CARD_TAKEN_IN } from '../programme/documents/shown-documents.ts';
import { languageTag } from '../programme/localized.ts';
import { residentLanguage } from './residents/resident-acts.ts';
import { calendarDate } from './status.ts';

/** Ids of reasons in the policy; which of them are known, it says. */
export const denialReasons = z.array(slug).min(1).max(32);

/** A refusal that stands: nothing of it names an application. */
export const denial = z.object({
  reasons: denialReasons,
  day: calendarDate,
  /** By which somebody appeals; null: the policy hears no appeal, or it is practice. */
  code: z.string().max(256).nullable(),
});
export type Denial = z.infer<typeof denial>;

/**
 * What a slip says besides what the keeper knows: in closed values of the policy, so that no page puts a word of its own
 * on paper. `ways`: sets of documents that would be enough.
 */
export const slipOrder = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('denial'),
    language: languageTag,
    ways: z
      .array(
        z
          .array(z.union([slug, z.literal(OLD_CARD_TAKEN_IN)]))
          .min(1)
          .max(8),
      )
      .max(3),
  }),
  z.object({ kind: z.literal('pick-up'), language: residentLanguage }),
]);
export type SlipOrder = z.infer<typeof slipOrder>;
