import { z } from 'zod';
import { type TextInputName, textInputs } from '../application/fields.ts';
import { memberId, policyHash, ticket } from '../contract/ids.ts';
import { holdReasons, searchReasons } from '../ledger/reasons.ts';
import { nameMatches } from './match-names.ts';
import { staffTextSources } from './staff-texts.ts';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const figure = z.int().min(0);

function isTextInput(input: string): input is TextInputName {
  return textInputs.some((each) => each === input);
}

/** An application that holds the name: where it stands there, and how near it is. */
export const recordMatch = z.strictObject({
  ticket,
  /** Of the ticket: numbers begin anew each day. ISO 8601, by the kiosk's calendar. */
  day: z.iso.date(),
  found: z
    .array(z.strictObject({ input: z.string().refine(isTextInput), match: z.enum(nameMatches) }))
    .min(1),
});
export type RecordMatch = z.infer<typeof recordMatch>;

/** A kind of text that staff typed of which one holds the name, and how near it is. */
export const staffTextMatch = z.strictObject({
  source: z.enum(staffTextSources),
  match: z.enum(nameMatches),
});

/**
 * What a search came to. `found`: at least one application or text of staff holds the name, or may hold it (`NameMatch`).
 * `not-found`: everything that was there when the search began was opened, and none holds it. `not-known`: none that was
 * opened does, and not everything was.
 */
export const searchVerdicts = ['found', 'not-found', 'not-known'] as const;
export type SearchVerdict = (typeof searchVerdicts)[number];

export const searchFindings = z.strictObject({
  verdict: z.enum(searchVerdicts),
  /** Applications that were opened and searched. */
  searched: figure,
  /** Those that this kiosk holds and nobody can open here: their key or a sealed part is damaged, or waits for a passphrase. */
  unsearchable: figure,
  /** Those whose process gave no answer, or one about another name than the agreed one: they may open another time. */
  failed: figure,
  /**
   * Those that are being erased: their keys are destroyed, so nothing opens them. The core that searches for what is left
   * of one, or the printer, may still know whose it is.
   */
  beingErased: figure,
  /** Those that were there when the search began, and were erased completely before it came to them. */
  erasedMeanwhile: figure,
  matches: z.array(recordMatch),
  /**
   * Kinds of texts that staff typed of which one holds the name. Null: the process that was to search them gave no answer, or one
   * about another name than the agreed one.
   */
  staffTexts: z.array(staffTextMatch).nullable(),
});
export type SearchFindings = z.infer<typeof searchFindings>;

/** The verdict that the rest comes to. */
export function verdictOf({
  matches,
  staffTexts,
  unsearchable,
  failed,
  beingErased,
  erasedMeanwhile,
}: Omit<SearchFindings, 'verdict' | 'searched'>): SearchVerdict {
  if (matches.length > 0 || (staffTexts ?? []).length > 0) return 'found';
  const isAllSearched = staffTexts !== null && unsearchable + failed + beingErased + erasedMeanwhile === 0;
  return isAllSearched ? 'not-found' : 'not-known';
}

/** A signed answer to "Do you hold this name?" as it leaves the kiosk in a file. The name itself is not in it. */
export const searchStatement = z.strictObject({
  format: z.literal('counterfoil record search 3'),
  /** The kiosk's random identifier, and its name. */
  kiosk: hex(32),
  kioskName: z.string(),
  build: z.enum(['evaluation', 'release']),
  program: z.string(),
  /** SHA-256 of the policy in force. */
  policy: policyHash,
  /** ISO 8601 in UTC. */
  began: z.iso.datetime(),
  /** The kiosk's date was in doubt when it began: nobody had confirmed it. */
  dateInDoubt: z.boolean(),
  ended: z.iso.datetime(),
  by: memberId,
  second: memberId,
  reason: z.enum(searchReasons),
  /** SHA-256 over salt and name (`digestedText`). */
  name: hex(64),
  /** Where the name was looked for, and how near a match could be. */
  inputs: z.array(z.string()),
  spellings: z.array(z.enum(nameMatches)),
  /** In which texts of staff it was looked for as well. */
  staffSources: z.array(z.enum(staffTextSources)),
  ...searchFindings.shape,
  /** Legal holds that were in force when it began. */
  holds: z.array(
    z.strictObject({
      scope: z.enum(['all', 'tickets']),
      reason: z.enum(holdReasons),
      since: z.iso.datetime(),
    }),
  ),
  /** The entry of the kiosk's ledger that tells of this search: written before the first application was opened. */
  ledger: z.strictObject({ sequence: z.int().min(1), hash: hex(64) }),
  signature: z.base64(),
  publicKey: z.base64(),
});
export type SearchStatement = z.infer<typeof searchStatement>;
export type UnsignedSearchStatement = Omit<SearchStatement, 'signature' | 'publicKey'>;

// Formats of before. None is made any more, and each is still read.

const { staffTexts: _, staffSources: __, ...beforeStaffTexts } = searchStatement.shape;
/** Texts of staff were not searched. */
const secondFormat = z.strictObject({
  ...beforeStaffTexts,
  format: z.literal('counterfoil record search 2'),
});
type SecondFormat = z.infer<typeof secondFormat>;

const { failed: ___, ...beforeFailed } = beforeStaffTexts;
/** Besides, `unsearchable` has those that failed as well. */
const firstFormat = z.strictObject({ ...beforeFailed, format: z.literal('counterfoil record search 1') });
type FirstFormat = z.infer<typeof firstFormat>;

/** An answer of any format that a kiosk ever gave. */
export const readSearchStatement = z.discriminatedUnion('format', [
  firstFormat,
  secondFormat,
  searchStatement,
]);
export type ReadSearchStatement = z.infer<typeof readSearchStatement>;
/** What of it is signed. */
export type SignedContent =
  | UnsignedSearchStatement
  | Omit<SecondFormat, 'signature' | 'publicKey'>
  | Omit<FirstFormat, 'signature' | 'publicKey'>;

/** The text that the kiosk's key signs: a fixed order of fields under a label of its own, so that no other signature fits. */
export function signedText(content: SignedContent): string {
  const { format, kiosk, kioskName, build, program, policy, began, dateInDoubt, ended } = content;
  const { by, second, reason, name, inputs, spellings, holds, ledger } = content;
  const { verdict, searched, unsearchable, beingErased, erasedMeanwhile, matches } = content;
  return JSON.stringify([
    format,
    [kiosk, kioskName, build, program, policy],
    [began, dateInDoubt, ended, by, second, reason],
    [name, inputs, spellings, ...('staffSources' in content ? [content.staffSources] : [])],
    [
      verdict,
      searched,
      unsearchable,
      ...('failed' in content ? [content.failed] : []),
      beingErased,
      erasedMeanwhile,
    ],
    matches.map((each) => [each.day, each.ticket, each.found.map(({ input, match }) => [input, match])]),
    holds.map(({ scope, reason: why, since }) => [scope, why, since]),
    [ledger.sequence, ledger.hash],
    ...('staffTexts' in content
      ? [content.staffTexts?.map(({ source, match }) => [source, match]) ?? null]
      : []),
  ]);
}
