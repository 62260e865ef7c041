import { z } from 'zod';
import { outcomes } from '../application/application-state.ts';
import { custodyKind } from './custody.ts';

const figure = z.number().int().min(0);

const searched = z.object({
  kind: z.literal('searched'),
  values: figure,
  /** Values too short to be looked for by themselves. A part that an earlier version wrote has not counted them. */
  tooShort: figure.default(0),
  /** Values that were left out because the kiosk writes the same about itself or others, or has them as words of its own. */
  alsoOwn: figure.default(0),
  /** How many fingerprints were looked for: in receipts by the name that the first release gave them. */
  windows: figure,
  files: figure,
  bytes: figure,
  hits: figure,
  /** Files that could not be read: said, not hidden. */
  unreadable: figure,
});

const notSearched = z.object({ kind: z.literal('not-searched') });

/**
 * What the core found while it still knew the applicant's values. `not-searched`: the values were lost
 * with their session before the search, so nothing can be said. Never a hit's content, only how many.
 */
export const searchReport = z.discriminatedUnion('kind', [
  searched,
  z.object({ kind: z.literal('void') }),
  notSearched,
]);
export type SearchReport = z.infer<typeof searchReport>;

/** 0: none. 1: one or more. How many would tell two people apart. */
const presence = z.union([z.literal(0), z.literal(1)]);

/** The class of a figure: it is this many at most. */
const upTo = (least: number) => z.number().int().min(least);

/** The least classes: nearly every search is of these, so that two of them look the same. */
export const LEAST_FILES = 100;
export const LEAST_BYTES = 10_000_000;

const searchedInClasses = z.object({
  kind: z.literal('searched'),
  /** So many at most: 100, 1,000, 10,000 … */
  files: upTo(LEAST_FILES),
  bytes: upTo(LEAST_BYTES),
  tooShort: presence,
  alsoOwn: presence,
  hits: presence,
  unreadable: presence,
});

/** What the keeper keeps of a report: words and classes. Its exact figures are in no file and on no paper. */
export const searchSummary = z.discriminatedUnion('kind', [
  searchedInClasses,
  z.object({ kind: z.literal('void') }),
  notSearched,
]);
export type SearchSummary = z.infer<typeof searchSummary>;

/** The search of a wipe that is told as done: one that found something, or did not find its own token, proves no wipe. */
const provenSearch = z.discriminatedUnion('kind', [
  searchedInClasses.extend({ hits: z.literal(0) }),
  notSearched,
]);
export type ProvenSearch = z.infer<typeof provenSearch>;

/**
 * The printer's side: it keeps nothing by itself; or what its queue kept was removed, and that is proven; or
 * the job has ended there and the printer goes on remembering it in a memory that nobody here can see into.
 */
export const spoolOutcomes = ['kept-nothing', 'purged', 'not-proven'] as const;
export const spoolOutcome = z.enum(spoolOutcomes);
export type SpoolOutcome = z.infer<typeof spoolOutcome>;

/** First part, by the core: the record is erased. */
export const erasedPart = z.object({
  outcome: z.enum(outcomes),
  custody: custodyKind,
  search: provenSearch,
  /** What the printer's side kept, and what became of it. */
  spool: spoolOutcome,
});

/**
 * What a wipe does not prove. Codes, worded on screens and papers. In this order on each receipt, and by its place in the code of a
 * paper: never reorder or remove one.
 */
export const notDoneCodes = [
  'process-memory-was-not-searched',
  'search-was-not-possible',
  'some-files-unreadable',
  /** Another program may have copied from the screen, or there is no X display on which that can be seen. */
  'selections-not-emptied',
  /** A card was made by a machine with a memory of its own. */
  'printer-memory-out-of-reach',
  /** A used dye ribbon shows the card until it is destroyed. */
  'ribbon-not-destroyed',
  /** The disk is one on which overwriting reaches not all that was there: an earlier key could sign a receipt of its time. */
  'old-signing-key-may-be-left',
] as const;
const notDone = z.array(z.enum(notDoneCodes));

/** What can be said of a wipe whose record and session are gone, also before it has a receipt. */
export const wipeResult = z.object({ custody: custodyKind, search: provenSearch, notDone });
export type WipeResult = z.infer<typeof wipeResult>;

/**
 * A receipt exists only when both parts are done. It names no person, no application, no time of day, and has no figure by which two
 * of a day could be told apart.
 */
export const receipt = z.object({
  version: z.literal(3),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  kiosk: z.string(),
  /** Of an invented person: it says nothing of anybody. */
  practice: z.boolean(),
  erased: erasedPart,
  notDone,
  /** Ed25519 over the canonical bytes of all the above, by the kiosk's key; both in base64. */
  signature: z.string(),
  publicKey: z.string(),
  /** What stands on its paper: the same but for the outcome, with a signature of its own (docs/receipt.md). */
  code: z.string(),
});
export type Receipt = z.infer<typeof receipt>;
export type ErasedPart = z.infer<typeof erasedPart>;
