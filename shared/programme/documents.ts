import { z } from 'zod';
import { localized } from './localized.ts';

/** What a document can prove when a clerk looks at it. */
export const proofs = ['photo', 'birth-date', 'residency', 'identity'] as const;
export type Proof = (typeof proofs)[number];

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

const provenBy = z.array(z.enum(proofs)).readonly();
const categoryIds = z.array(slug).min(1).readonly();
const positivePoints = z.int().min(1).max(10_000);

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
      .readonly()
      .optional(),
    /** How many years after its expiry it is still accepted. Absent: never. `null`: not decided. */
    expiredToleranceYears: z.int().min(1).max(99).nullable().optional(),
    /** Whether a copy or a printout is accepted. Absent: the policy says nothing of it. */
    copyAccepted: z.boolean().optional(),
  })
  .readonly();

const coverageRule = z
  .strictObject({
    kind: z.literal('coverage'),
    /** Each of these must be proven. */
    required: z.array(z.enum(proofs)).min(1).readonly(),
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

export type DocumentCategory = z.infer<typeof categorySchema>;
export type DocumentKind = z.infer<typeof documentKindSchema>;
export type DocumentRule = z.infer<typeof documentRuleSchema>;
