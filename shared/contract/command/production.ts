import { z } from 'zod';
import { recordFacts } from '../../production/record.ts';
import { bytes } from '../bytes.ts';
import { call } from '../declare.ts';
import { applicationId, ticket } from '../ids.ts';

// Under a legal hold two supervisors produce one application: sealed to a recipient, by a process of its own, on a stick.
// The page and the keeper know its ticket and never the person.

/** An X25519 recipient of the age format: bech32, in small letters. */
export const recipient = z
  .string()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/)
  .brand<'Recipient'>();
export type Recipient = z.infer<typeof recipient>;

/** The one order that a production process gets. */
export const productionOrder = z.object({
  recipient,
  application: z.object({
    id: applicationId,
    key: bytes,
    answers: bytes.nullable(),
    photo: bytes.nullable(),
    card: bytes.nullable(),
  }),
  facts: recordFacts,
});
export type ProductionOrder = z.infer<typeof productionOrder>;

/** The one report of a production process: ciphertext, or that a sealed part does not open. */
export const productionReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sealed'), package: bytes }),
  z.object({ kind: z.literal('unreadable') }),
]);
export type ProductionReport = z.infer<typeof productionReport>;

/** What lies on the drive now. Hashes in hex; `fingerprint`: of the key that it was sealed to, as ledger and manifest have it. */
export const production = z.object({
  ticket,
  file: z.string(),
  manifest: z.string(),
  sha256: z.string(),
  fingerprint: z.string(),
});
export type Production = z.infer<typeof production>;

/**
 * A production that is entered in the ledger, and whose file is not known to be whole: the drive failed, or the kiosk stopped,
 * while it was written. `package`: the SHA-256 of the file, as its entry has it. `utc`: of that entry, epoch milliseconds.
 */
export const unfinishedProduction = z.object({
  package: z.string().regex(/^[0-9a-f]{64}$/),
  file: z.string(),
  utc: z.number().int(),
});
export type UnfinishedProduction = z.infer<typeof unfinishedProduction>;

/** Longer than any key: of what is longer nobody says more than that. */
const MOST_TYPED = 20_000;

export const productionActs = {
  /** Reads a recipient's key, as it was typed or scanned; null: from the drive. Changes nothing. */
  checkRecipient: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ typed: z.string().max(MOST_TYPED).nullable() }),
    output: z.object({ recipient, fingerprint: z.string() }),
  }),
  produceRecord: call({
    role: 'two-supervisors',
    moment: 'always',
    input: z.object({ ticket, recipient }),
    output: production,
  }),
  /** A supervisor has read that this one is not known to be whole: it is shown no more, and the ledger goes on saying it. */
  acknowledgeProduction: call({
    role: 'supervisor',
    moment: 'always',
    input: unfinishedProduction.pick({ package: true }),
    output: z.object({}),
  }),
} as const;
