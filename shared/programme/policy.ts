import { z } from 'zod';
import { isTimeZone } from '../local-calendar.ts';
import { cardSection } from './card-section.ts';
import { ordersSection, suspensionSection } from './command-sections.ts';
import { findContradictions } from './contradictions/find-contradictions.ts';
import { denialSection } from './denial-section.ts';
import {
  ageRuleSchema,
  categorySchema,
  documentKindSchema,
  documentRuleSchema,
  MOST_CATEGORIES,
  slug,
} from './documents/documents.ts';
import { fieldSchema } from './field-section.ts';
import { languageTag, localized } from './localized.ts';
import { residentsSection } from './residents-section.ts';
import { feeSchema, noticeSchema, routeSchema, waiverSchema } from './routes.ts';

/**
 * Validity by age on the day of issue: a band begins at `fromAge` and ends where the next one begins, so
 * there is no gap to forget. `years: 'never'`: the card does not expire. `null`: not decided.
 */
const validityBand = z
  .strictObject({
    fromAge: z.int().min(0).max(125),
    years: z.union([z.int().min(1).max(99), z.literal('never')]).nullable(),
  })
  .readonly();

/**
 * How long an application may stay open before it is erased. `hours`: from its beginning, whatever the clock
 * on the wall says; three days at most, because this is a counter and not an archive. `endOfDay`: it also
 * never outlives the day it began on. The rule is in shared/application/retention.ts.
 */
export const retentionSection = z
  .strictObject({ hours: z.int().min(1).max(72).nullable(), endOfDay: z.boolean() })
  .readonly();

/**
 * What a legal hold does with a wipe that has begun before it. `complete`: the wipe goes on, for its key is
 * gone or going and half an erasure preserves nothing. `stop`: what is still there stays as it is.
 */
export const holdSection = z.strictObject({ wipeBegun: z.enum(['complete', 'stop']) }).readonly();

/**
 * `longestNightHours`: the longest time that the counter is closed in an ordinary year, from the last person
 * who leaves to the first who comes: a long weekend. A clock that says it was longer may be wrong, and a
 * supervisor is asked for the date before anything expires or is issued by it. Two weeks at most: a kiosk that
 * believes every night believes every clock.
 */
const openingSection = z.strictObject({ longestNightHours: z.int().min(1).max(336).nullable() }).readonly();

/** `cardReady`: a soft tone when the card of an application that was set aside is ready. */
const soundsSection = z.strictObject({ cardReady: z.boolean() }).readonly();

/**
 * `smallestCount`: the least count that statistics tell; what is below is hidden. Three at least: of two people each knows what
 * the other one is.
 */
const statisticsSection = z.strictObject({ smallestCount: z.int().min(3).max(100) }).readonly();

/**
 * How much the ledger tells of an application. `outcomes`: how each ended, or only that it did; of refused ones there is no entry
 * then. `period`: of which day, or only of which week. For a city whose counters serve few people a day.
 */
const ledgerSection = z
  .strictObject({ outcomes: z.enum(['each', 'merged']), period: z.enum(['day', 'week']) })
  .readonly();

/**
 * A programme policy. `format` versions this schema, `version` the programme's own decisions.
 * `null` anywhere means: the programme has not decided, and the kiosk does not go live (`undecided`).
 */
const policyShape = z
  .strictObject({
    /** Where editors find the schema of this file; nothing of the kiosk reads it. */
    $schema: z.string().max(200).optional(),
    format: z.literal(1),
    id: slug,
    version: z.int().min(1),
    /** The day on which the programme decided it: 2026-03-01. */
    adopted: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'takes a day such as "2026-03-01"')
      .optional(),
    name: localized,
    /** For whoever reads the file, by the key that it is about: a source, a reason. No screen shows it. */
    notes: z.record(z.string(), z.string().max(2000)).readonly().optional(),
    /** The languages that every text of the policy is in. Missing: English, and what else each text has. */
    languages: z.array(languageTag).min(1).max(64).readonly().optional(),
    /** Where the counters are, as the IANA database names it ("America/New_York"): it decides which day it is. */
    timeZone: z.string().max(64).refine(isTimeZone, 'unknown-time-zone'),
    card: cardSection,
    /** In the order in which they are asked. */
    fields: z.array(fieldSchema).min(1).max(32).readonly(),
    categories: z.array(categorySchema).min(1).max(MOST_CATEGORIES).readonly(),
    documents: z.array(documentKindSchema).min(1).max(64).readonly(),
    rule: documentRuleSchema,
    /** Missing: the rule is for every age. */
    ageRules: z.array(ageRuleSchema).min(1).max(8).readonly().optional(),
    minimumAgeYears: z.int().min(0).max(125).nullable(),
    validity: z.array(validityBand).min(1).max(16).readonly(),
    /** Ways to a card besides a first one. Missing: there is none. */
    routes: z.array(routeSchema).min(1).max(3).readonly().optional(),
    /** What the person pays where no entry of `fees` says otherwise, in cents of the local currency. */
    feeCents: z.int('takes a whole number of cents, such as 1500 for 15.00').min(0).nullable(),
    fees: z.array(feeSchema).min(1).max(32).readonly().optional(),
    /** Missing: nobody is excused from paying. */
    waivers: z.array(waiverSchema).min(1).max(16).readonly().optional(),
    /** As ISO 4217 writes it. Missing: USD. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'takes a currency as ISO 4217 writes it, such as "USD"')
      .optional(),
    /** Missing: a refusal has no listed reasons, no review and no appeal. */
    denial: denialSection.optional(),
    notices: z.array(noticeSchema).min(1).max(8).readonly().optional(),
    retention: retentionSection,
    opening: openingSection,
    hold: holdSection,
    /** Missing: one supervisor is enough. */
    suspension: suspensionSection.optional(),
    /** Missing: nobody outside gives this kiosk an order. */
    orders: ordersSection.optional(),
    /** Missing: residents who answer alone may choose every language, and are asked after two minutes whether they are there. */
    residents: residentsSection.optional(),
    /** Missing: the kiosk makes no sound. */
    sounds: soundsSection.optional(),
    /** Missing: counts below 5 are hidden (shared/statistics/smallest-count.ts). */
    statistics: statisticsSection.optional(),
    /** Missing: each outcome, of its day (shared/ledger/ledger-detail.ts). */
    ledger: ledgerSection.optional(),
  })
  .readonly();

export type Policy = z.infer<typeof policyShape>;

/** The schema with the rules that concern more than one field. */
export const policySchema = policyShape.superRefine((policy, context) => {
  for (const { path, problem, about } of findContradictions(policy)) {
    context.addIssue({ code: 'custom', path: [...path], message: problem, params: { about } });
  }
});
