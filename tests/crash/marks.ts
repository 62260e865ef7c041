import { z } from 'zod';
import { parseCardNumber } from '../../shared/card/number/card-number.ts';
import { sealedColumn } from '../../shared/contract/application/application-snapshot.ts';
import { applicationId, jobId } from '../../shared/contract/ids.ts';

/** Two applications: one is wiped at the end, the other stays open all the while and is the control. */
export const who = z.enum(['wiped', 'kept']);
export type Who = z.infer<typeof who>;

const cardNumber = z.string().transform((text, context) => {
  const parsed = parseCardNumber(text);
  if (parsed.ok) return parsed.value;
  context.addIssue('not a card number');
  return z.NEVER;
});

const stored = z.object({ who, column: sealedColumn, version: z.number().int() });

/**
 * What the process that will be killed tells, line by line, through a pipe of its own: what it is about to do
 * and what was answered as done. Whatever was answered must still be true after the crash.
 */
export const mark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), pid: z.number().int() }),
  /** A key was made; in hex, for the search of the disk. */
  z.object({ kind: z.literal('key'), application: applicationId, key: z.string() }),
  z.object({ kind: z.literal('device-key'), key: z.string() }),
  /** Somebody signs in: another key is to sign, and then it does. */
  z.object({ kind: z.literal('rolling') }),
  z.object({ kind: z.literal('rolled') }),
  z.object({ kind: z.literal('created'), who, application: applicationId }),
  stored.extend({ kind: z.literal('storing') }),
  /** `ciphertext`: 32 bytes of it in hex, which must be found on the disk while they are open. */
  stored.extend({ kind: z.literal('stored'), ciphertext: z.string() }),
  z.object({ kind: z.literal('moving'), who, to: z.array(z.string()) }),
  z.object({ kind: z.literal('moved'), who, state: z.string() }),
  /** The card's number and the hashes by which it is found. */
  z.object({
    kind: z.literal('card'),
    application: applicationId,
    number: cardNumber,
    full: z.string(),
    lastFour: z.string(),
  }),
  z.object({ kind: z.literal('job'), application: applicationId, job: jobId }),
  z.object({ kind: z.literal('finishing') }),
  /** The wipe has been written down and begins. */
  z.object({ kind: z.literal('wiping') }),
  /** The receipt has been given. */
  z.object({ kind: z.literal('concluded') }),
]);
export type Mark = z.infer<typeof mark>;

/** Reads what was told. A last line without its end was being written when the process died. */
export function parseMarks(text: string): readonly Mark[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => mark.parse(JSON.parse(line)));
}
