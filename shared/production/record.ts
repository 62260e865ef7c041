import { z } from 'zod';
import { fieldNames } from '../application/fields.ts';
import { routes } from '../application/route.ts';
import { holdId, policyHash, ticket } from '../contract/ids.ts';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

const field = z.enum(fieldNames);

/** What is known of an application without opening it. Nothing in it names the person. */
const aboutRecord = {
  /** The kiosk's random identifier, and its name. */
  kiosk: hex(32),
  kioskName: z.string(),
  program: z.string(),
  /** ISO 8601 in UTC. */
  produced: z.iso.datetime(),
  /** The oldest legal hold that keeps it. */
  hold: holdId,
  ticket,
  /** The day of the ticket, ISO 8601. */
  day: z.string(),
  /** As the vault writes it. */
  state: z.string(),
  /** The rules that it began under; `known` null: this kiosk has them no more. */
  policy: z.strictObject({
    hash: policyHash,
    known: z.strictObject({ id: z.string(), version: z.int(), name: z.string() }).nullable(),
  }),
};

/** What the keeper gives along: besides, how the policy names fields and documents in English. */
export const recordFacts = z.strictObject({
  ...aboutRecord,
  fieldLabels: z.array(z.strictObject({ field, label: z.string() })),
  documentNames: z.array(z.strictObject({ kind: z.string(), name: z.string() })),
});
export type RecordFacts = z.infer<typeof recordFacts>;

/** One application as its recipient gets it: what the vault holds of it, and nothing else. */
export const producedRecord = z.strictObject({
  format: z.literal('counterfoil record 1'),
  ...aboutRecord,
  /** As typed; fields that nobody has filled in are left out. Null: nothing was typed. */
  answers: z
    .strictObject({
      fields: z.array(
        z.strictObject({
          field,
          label: z.string(),
          typed: z.array(z.strictObject({ input: z.string(), value: z.string() })),
        }),
      ),
      /** Kinds of documents that were ticked as seen. */
      documents: z.array(z.strictObject({ kind: z.string(), name: z.string() })),
      route: z.enum(routes),
      fee: z.strictObject({ settled: z.string(), cents: z.int() }).nullable(),
    })
    .nullable(),
  /** As printed last. Null: nothing was printed. */
  card: z
    .strictObject({
      number: z.string(),
      issuedOn: z.string(),
      expiresOn: z.string().nullable(),
      fields: z.array(z.strictObject({ field, label: z.string(), value: z.string() })),
    })
    .nullable(),
  /** JPEG in base64. Null: none was taken. */
  photo: z.base64().nullable(),
  /** What a reader might look for, and why it is not here. */
  notInIt: z.array(z.string()),
});
export type ProducedRecord = z.infer<typeof producedRecord>;
