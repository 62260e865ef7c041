import { z } from 'zod';
import { searchReasons } from '../../ledger/reasons.ts';
import { staffTextSources } from '../../record-search/staff-texts.ts';
import { recordMatch, searchFindings, staffTextMatch } from '../../record-search/statement.ts';
import { bytes } from '../bytes.ts';
import { call } from '../declare.ts';
import { applicationId, recordSearchId } from '../ids.ts';

// "Do we hold this name?": two supervisors have all that the kiosk holds searched, in a session of its own. The name is
// in clear in the page, the core and the search processes of that session alone; the keeper has it sealed.

/** SHA-256 over the name and its salt, in hex: says nothing to whoever has not the salt. */
export const nameDigest = z.string().regex(/^[0-9a-f]{64}$/);
export const searchReason = z.enum(searchReasons);

/** What lies in the sealed name. The salt stands on the paper and nowhere else. */
export const askedName = z.object({ name: z.string().max(500), salt: z.string().regex(/^[0-9a-f]{32}$/) });

/** A name as the keeper has it: under a key of that search alone. */
export const sealedName = z.object({ search: recordSearchId, key: bytes, sealed: bytes });
export type SealedName = z.infer<typeof sealedName>;

/** An application with its key. */
const applicationToSearch = z.object({
  id: applicationId,
  key: bytes,
  answers: bytes.nullable(),
  card: bytes.nullable(),
});
export type ApplicationToSearch = z.infer<typeof applicationToSearch>;

/** The one order that a search process gets: the name, and where it looks for it. */
export const recordSearchOrder = z.object({
  name: sealedName,
  where: z.discriminatedUnion('kind', [
    /** Nowhere: the name alone is looked at. */
    z.object({ kind: z.literal('name-alone') }),
    z.object({ kind: z.literal('application'), application: applicationToSearch }),
    z.object({
      kind: z.literal('staff-texts'),
      texts: z.array(z.object({ source: z.enum(staffTextSources), text: z.string() })),
    }),
  ]),
});
export type RecordSearchOrder = z.infer<typeof recordSearchOrder>;

/** The one report of a search process. Of the name it tells the digest, of what was searched where it holds the name. */
export const recordSearchReport = z.discriminatedUnion('kind', [
  /** The name alone, or an application. */
  z.object({
    kind: z.literal('searched'),
    digest: nameDigest,
    found: z.array(recordMatch.shape.found.element),
  }),
  z.object({
    kind: z.literal('staff-texts-searched'),
    digest: nameDigest,
    found: z.array(staffTextMatch),
  }),
  /** The name does not open, or is none. */
  z.object({ kind: z.literal('no-name') }),
  /** A sealed part of the application does not open, or holds what this version does not understand. */
  z.object({ kind: z.literal('unreadable') }),
]);
export type RecordSearchReport = z.infer<typeof recordSearchReport>;

/** How far a record search in this session is. */
export const recordSearchStatus = z.discriminatedUnion('kind', [
  /** Nothing was asked yet. */
  z.object({ kind: z.literal('asking') }),
  z.object({ kind: z.literal('running'), done: z.number().int().min(0), of: z.number().int().min(0) }),
  z.object({
    kind: z.literal('answered'),
    findings: searchFindings,
    reason: searchReason,
    /** Epoch milliseconds. */
    began: z.number().int(),
    /** The file that it was written to last. */
    file: z.string().nullable(),
  }),
  /** Without an answer: somebody stopped it, or a process of it could not be proven ended. */
  z.object({ kind: z.literal('stopped'), why: z.enum(['canceled', 'failed']) }),
]);
export type RecordSearchStatus = z.infer<typeof recordSearchStatus>;

const nothing = z.object({});

/** What a core passes on as it comes. From the first of them on the session is for this search, and ends with it. */
export const recordSearchActs = {
  beginRecordSearch: call({ role: 'supervisor', moment: 'no-application', input: nothing, output: nothing }),
  cancelRecordSearch: call({ role: 'supervisor', moment: 'no-application', input: nothing, output: nothing }),
  /** Writes the signed answer to the folder for exports. */
  saveRecordSearch: call({
    role: 'supervisor',
    moment: 'no-application',
    input: nothing,
    output: z.object({ file: z.string() }),
  }),
  /** The answer with the name on it, worded by the keeper; the name is opened where it is printed. */
  printRecordSearch: call({
    role: 'supervisor',
    moment: 'no-application',
    input: nothing,
    output: z.object({ number: z.number().int() }),
  }),
  /** Whoever finds it left on the screen ends it. */
  endRecordSearch: call({ role: 'staff', moment: 'no-application', input: nothing, output: nothing }),
} as const;
