import { z } from 'zod';
import { routes } from '../../application/route.ts';
import { localized } from '../localized.ts';

/**
 * What a document can prove when a clerk looks at it. `caretaker`: that an adult who answers for the applicant has come
 * along.
 */
export const proofs = ['photo', 'birth-date', 'residency', 'identity', 'caretaker'] as const;
export type Proof = (typeof proofs)[number];

/** What a clerk sees of a caretaker before their word counts. It is ticked; nothing about the adult is written down. */
export const caretakerChecks = ['identity', 'residency', 'relationship'] as const;
export type CaretakerCheck = (typeof caretakerChecks)[number];

/** The id of a kind of document, as the policy names it: "foreign-passport". Never a document's number. */
export type DocumentKindId = string;
/** The id of a category of documents: "residency". */
export type CategoryId = string;

/** Ids are slugs, so that they can stand in a path, a ledger entry and a test without quoting. */
export const slug = z
  .string()
  .max(40)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'takes lower-case letters, digits and single hyphens, a letter first',
  );

/** Ages in completed years, both included. Without `to` it has no upper end: `null` would mean undecided. */
export const ageSpan = z
  .strictObject({ from: z.int().min(0).max(125), to: z.int().min(0).max(125).optional() })
  .readonly();
export type AgeSpan = z.infer<typeof ageSpan>;

export function isInAges({ from, to }: AgeSpan, age: number): boolean {
  return age >= from && (to === undefined || age <= to);
}

/** No policy has more categories, so nothing that names them has more entries. */
export const MOST_CATEGORIES = 16;
export const MOST_POINTS = 10_000;

const provenBy = z.array(z.enum(proofs)).max(proofs.length).readonly();
const categoryIds = z.array(slug).min(1).max(MOST_CATEGORIES).readonly();
const positivePoints = z.int().min(1).max(MOST_POINTS);

export const categorySchema = z.strictObject({ id: slug, name: localized }).readonly();

export const documentKindSchema = z
  .strictObject({
    id: slug,
    name: localized,
    category: slug,
    proves: provenBy,
    /**
     * Only under the points rule: what the document adds to each category. More than one entry, because a
     * licence with a local address counts for identity and for residency. `null`: not decided.
     */
    points: z
      .array(z.strictObject({ category: slug, points: positivePoints.nullable() }).readonly())
      .max(MOST_CATEGORIES)
      .readonly()
      .optional(),
    /** For applicants of which age it counts. Absent: of every age. */
    ages: ageSpan.optional(),
    /** For which routes it counts: a police report for a lost card. Absent: for all. */
    routes: z.array(z.enum(routes)).min(1).max(routes.length).readonly().optional(),
    /** How many years after its expiry it is still accepted. Absent: never. `null`: not decided. */
    expiredToleranceYears: z.int().min(1).max(99).nullable().optional(),
    /** At most how many days ago it was issued: a bill, a letter. Absent: however old. `null`: not decided. */
    issuedWithinDays: z.int().min(1).max(3660).nullable().optional(),
    /** It counts only beside another document that proves this: "only together with a photo ID". */
    onlyWith: z.enum(proofs).optional(),
    /** It is a caretaker’s word, and counts once the clerk has seen all of this of the adult. */
    caretakerShows: z.array(z.enum(caretakerChecks)).min(1).max(caretakerChecks.length).readonly().optional(),
    /** Whether a copy or a printout is accepted. Absent: the policy says nothing of it. */
    copyAccepted: z.boolean().optional(),
  })
  .readonly();

const coverageRule = z
  .strictObject({
    kind: z.literal('coverage'),
    /** Each of these must be proven. */
    required: z.array(z.enum(proofs)).min(1).max(proofs.length).readonly(),
    /** May one document prove several of them? `null`: not decided, and read as "no" until it is. */
    oneDocumentMayProveMany: z.boolean().nullable(),
  })
  .readonly();

const pointsRule = z
  .strictObject({
    kind: z.literal('points'),
    minimums: z
      .array(z.strictObject({ category: slug, points: positivePoints }).readonly())
      .min(1)
      .max(MOST_CATEGORIES)
      .readonly(),
    /** What must be proven besides, whatever the points: IDNYC asks for one photo and one birth date. */
    alsoRequired: provenBy,
  })
  .readonly();

const oneOrTwoRule = z
  .strictObject({
    kind: z.literal('one-a-or-two-b'),
    /** The categories of list A and of list B. */
    listA: categoryIds,
    listB: categoryIds,
    alsoRequired: provenBy,
  })
  .readonly();

const primaryAndSecondaryRule = z
  .strictObject({
    kind: z.literal('primary-and-secondary'),
    /** Two different documents. A category in both lists lets a second primary stand as the secondary. */
    primary: categoryIds,
    secondary: categoryIds,
    alsoRequired: provenBy,
  })
  .readonly();

/** The four shapes that municipal-ID programmes use. */
export const documentRuleSchema = z.discriminatedUnion('kind', [
  coverageRule,
  pointsRule,
  oneOrTwoRule,
  primaryAndSecondaryRule,
]);

/** Another rule for applicants of some ages: a child has no photo ID, a teenager brings a caretaker. */
export const ageRuleSchema = z.strictObject({ ages: ageSpan, rule: documentRuleSchema }).readonly();

export type AgeRule = z.infer<typeof ageRuleSchema>;
export type DocumentCategory = z.infer<typeof categorySchema>;
export type DocumentKind = z.infer<typeof documentKindSchema>;
export type DocumentRule = z.infer<typeof documentRuleSchema>;
