import { z } from 'zod';
import { nameInputs, type TextInputName } from '../application/fields.ts';
import { memberId, policyHash, ticket } from '../contract/ids.ts';
import { searchReasons } from '../ledger/reasons.ts';
import { nameMatches } from './match-names.ts';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const figure = z.int().min(0);

function isNameInput(input: string): input is TextInputName {
  return nameInputs.some((each) => each === input);
}

/** An application that holds the name: where it stands there, and how near it is. */
export const recordMatch = z.strictObject({
  ticket,
  found: z
    .array(z.strictObject({ input: z.string().refine(isNameInput), match: z.enum(nameMatches) }))
    .min(1),
});
export type RecordMatch = z.infer<typeof recordMatch>;

/**
 * What a search came to. `found`: at least one application holds the name. `not-found`: all were opened, and none does.
 * `not-known`: none that could be opened does, and some could not.
 */
export const searchVerdicts = ['found', 'not-found', 'not-known'] as const;
export type SearchVerdict = (typeof searchVerdicts)[number];

export const searchFindings = z.strictObject({
  verdict: z.enum(searchVerdicts),
  /** Applications that were opened and searched. */
  searched: figure,
  /** Those that this kiosk holds and nobody can open here: their key or a sealed part is damaged, or waits for a passphrase. */
  unsearchable: figure,
  /** Those that are being erased: their keys are destroyed, and nobody can say any more whose they were. */
  beingErased: figure,
  matches: z.array(recordMatch),
});
export type SearchFindings = z.infer<typeof searchFindings>;

/** The verdict that the rest comes to. */
export function verdictOf({
  matches,
  unsearchable,
}: Pick<SearchFindings, 'matches' | 'unsearchable'>): SearchVerdict {
  if (matches.length > 0) return 'found';
  return unsearchable > 0 ? 'not-known' : 'not-found';
}

/** A signed answer to "Do you hold this name?" as it leaves the kiosk in a file. The name itself is not in it. */
export const searchStatement = z.strictObject({
  format: z.literal('counterfoil record search 1'),
  /** The kiosk's random identifier, and its name. */
  kiosk: hex(32),
  kioskName: z.string(),
  build: z.enum(['evaluation', 'release']),
  program: z.string(),
  /** SHA-256 of the policy in force. */
  policy: policyHash,
  /** ISO 8601 in UTC. */
  began: z.iso.datetime(),
  ended: z.iso.datetime(),
  by: memberId,
  second: memberId,
  reason: z.enum(searchReasons),
  /** SHA-256 over salt and name (`digestedText`). */
  name: hex(64),
  /** Where names were looked for, and how near a match could be. */
  inputs: z.array(z.string()),
  spellings: z.array(z.enum(nameMatches)),
  ...searchFindings.shape,
  /** The last entry of the kiosk's ledger, which tells of this search or comes before the one that does. */
  ledger: z.strictObject({ sequence: z.int().min(1), hash: hex(64) }),
  signature: z.base64(),
  publicKey: z.base64(),
});
export type SearchStatement = z.infer<typeof searchStatement>;
export type UnsignedSearchStatement = Omit<SearchStatement, 'signature' | 'publicKey'>;

/** The text that the kiosk's key signs: a fixed order of fields under a label of its own, so that no other signature fits. */
export function signedText(content: UnsignedSearchStatement): string {
  const { format, kiosk, kioskName, build, program, policy, began, ended, by, second, reason } = content;
  const { name, inputs, spellings, verdict, searched, unsearchable, beingErased, matches, ledger } = content;
  return JSON.stringify([
    format,
    [kiosk, kioskName, build, program, policy],
    [began, ended, by, second, reason],
    [name, inputs, spellings],
    [verdict, searched, unsearchable, beingErased],
    matches.map((each) => [each.ticket, each.found.map(({ input, match }) => [input, match])]),
    [ledger.sequence, ledger.hash],
  ]);
}
