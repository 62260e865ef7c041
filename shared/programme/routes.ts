import { z } from 'zod';
import { type Route, routes } from '../application/route.ts';
import { ageSpan, documentRuleSchema, slug } from './documents/documents.ts';
import { localized, localizedParagraph } from './localized.ts';

/**
 * One more way to a card besides a first one. `documents`: those of a first card, none (the old card says enough), or by
 * a rule of its own. `oldCard`: `taken-in` is in the clerk's hand before the new one is printed, and is destroyed.
 * `null`: not decided.
 */
export const routeSchema = z
  .strictObject({
    route: z.enum(routes).exclude(['first']),
    documents: z.union([z.enum(['as-first', 'none']), documentRuleSchema]).nullable(),
    oldCard: z.enum(['taken-in', 'not-asked']).nullable(),
  })
  .readonly();

/**
 * A fee that is another one than `feeCents`: for a route, for some ages, or both. Of several that fit, the first counts.
 * In cents of the programme's currency. `null`: not decided.
 */
export const feeSchema = z
  .strictObject({
    route: z.enum(routes).optional(),
    ages: ageSpan.optional(),
    cents: z.int('takes a whole number of cents, such as 1500 for 15.00').min(0).max(100_000).nullable(),
  })
  .readonly();

/** Why somebody need not pay: chosen by the clerk, and counted without the reason. */
export const waiverSchema = z.strictObject({ id: slug, name: localized }).readonly();

/** What is told to the applicant, and when. */
export const noticeSchema = z
  .strictObject({ id: slug, at: z.enum(['before-answers', 'hand-over']), text: localizedParagraph })
  .readonly();

/** The ways to a card that a programme has, a first one before the others. */
export function offeredRoutes(policy: {
  readonly routes?: readonly { readonly route: Route }[] | undefined;
}): readonly Route[] {
  return ['first', ...(policy.routes ?? []).map(({ route }) => route)];
}

/** Whether the old card is in the clerk's hand before the new one is printed, and is destroyed. */
export function takesOldCardIn(
  policy: { readonly routes?: readonly Pick<RouteRules, 'route' | 'oldCard'>[] | undefined },
  route: Route,
): boolean {
  return policy.routes?.find((each) => each.route === route)?.oldCard === 'taken-in';
}

export type RouteRules = z.infer<typeof routeSchema>;
export type FeeRule = z.infer<typeof feeSchema>;
export type Waiver = z.infer<typeof waiverSchema>;
export type ProgrammeNotice = z.infer<typeof noticeSchema>;
