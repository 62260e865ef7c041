import { z } from 'zod';
import { dayFigures } from '../contract/counter-day/day-acts.ts';
import { policyHash } from '../contract/ids.ts';
import { kioskUses } from '../contract/kiosk-use.ts';
import { verdicts } from '../doctor/finding.ts';
import { checkpointSchema } from '../ledger/checkpoint.ts';
import { blanksDifferences } from '../ledger/reasons.ts';
import { STAFF_NAME_MAXIMUM } from '../staff/staff-name.ts';

/** The version of the record. It is raised with every field: a reader takes no record that it does not know all of. */
export const HEALTH_SCHEMA = 1;

const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What was found of the computer: verdicts alone. What a check found may name a path or an account, and stays at the kiosk. */
const doctorInRecord = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ran'),
    utc: z.iso.datetime(),
    exitCode: z.int().min(0).max(9),
    /** By the names of docs/it/doctor.md; another release may have others. */
    checks: z.array(z.tuple([z.string().regex(/^[a-z]+(-[a-z]+)*$/), z.enum(verdicts)])).max(200),
  }),
  /** Nobody has looked since the kiosk started. */
  z.strictObject({ kind: z.literal('not-run') }),
  /** It was tried at that moment, and nobody could look: nothing is known, which is as bad as a check that failed. */
  z.strictObject({ kind: z.literal('could-not'), utc: z.iso.datetime() }),
]);

/** Blank cards of the counter's day, as its sheet has them. */
const blanksInRecord = z.strictObject({
  day: z.iso.date(),
  ...dayFigures.shape.blanks.shape,
  /** Zero also where more were used than were counted: then a reason says so. */
  expected: count,
  /** What was counted when the day was closed, and why it is not what was expected; null: the day is open. */
  closed: z.strictObject({ counted: count, difference: z.enum(blanksDifferences) }).nullable(),
});

/**
 * How a counter is, for IT who see two hundred of them: nothing about a person, neither an applicant nor staff. Its head alone
 * is signed: it proves which entries of the ledger the kiosk had, and not the rest of the record.
 */
export const healthRecord = z.strictObject({
  schema: z.literal(HEALTH_SCHEMA),
  utc: z.iso.datetime(),
  kiosk: z.strictObject({
    /** Its random identifier. */
    identifier: z.string().regex(/^[0-9a-f]{32}$/),
    /** What it is called on receipts. */
    name: z.string().min(1).max(STAFF_NAME_MAXIMUM),
  }),
  /** SHA-256 of the program's public key; null: this kiosk takes policies that nobody has signed. */
  program: sha256.nullable(),
  use: kioskUses,
  /** Of the product. */
  version: z.string().regex(/^[0-9A-Za-z.+-]{1,40}$/),
  policy: z.strictObject({ id: z.string().min(1).max(200), version: z.int().min(0), hash: policyHash }),
  doctor: doctorInRecord,
  /** Null: no day is counted. */
  blanks: blanksInRecord.nullable(),
  /** The ribbon in the printer since that day (null: none is noted), and used ones that nobody has destroyed yet. */
  ribbon: z.strictObject({ fittedSince: z.iso.date().nullable(), held: count }),
  head: checkpointSchema,
});
export type HealthRecord = z.infer<typeof healthRecord>;

/** The text of its file. */
export function healthText(record: HealthRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
