import { z } from 'zod';
import { spoilReasons } from '../application/lifecycle.ts';
import { printOccasions } from '../application/queue-card.ts';
import { completePolicy } from '../programme/complete.ts';
import { applicationSnapshot, openedApplication } from './application/application-snapshot.ts';
import { bytes } from './bytes.ts';
import { nameDigest, sealedName, searchReason } from './command/record-search.ts';
import { call } from './declare.ts';
import { coreDefect } from './defects/defect.ts';
import { denialReasons } from './denial.ts';
import { endingCount } from './ending-count.ts';
import { ticket } from './ids.ts';
import { searchReport } from './receipt.ts';
import { residentLanguage, residentLook } from './residents/resident-acts.ts';
import { kioskStatus } from './status.ts';
import { supervisionCalls } from './supervision.ts';

const nothing = z.object({});
const sealed = bytes;
/** A keyed hash of a card's number or of its last four characters: finds a card without naming it. */
const cardHash = z.string().regex(/^[0-9a-f]{64}$/);

/** Fingerprints of what a session has made of the applicant (previews, photos) since it last handed some over. */
const newFingerprints = sealed.nullable();

/** A random id or a keyed hash that named an application or its jobs, in hex: it must be found nowhere any more. */
const randomName = z.string().regex(/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/);

/** What a core is told to search when its application ends. */
export const searchOrder = z.object({
  /** Folders to search: for the applicant's own values, and for what named the application. */
  roots: z.array(z.string()),
  names: z.array(randomName),
  /** The days that stand in the kiosk's own files, and are no applicant's: 2026-11-24. */
  days: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export type SearchOrder = z.infer<typeof searchOrder>;

/** Calls from a session's core to the keeper. No field of any of them holds a person in clear. */
export const keeperCalls = {
  getStatus: call({ role: 'anyone', moment: 'always', input: nothing, output: kioskStatus }),
  ...supervisionCalls,
  /** The policy in force. */
  policy: call({ role: 'anyone', moment: 'always', input: nothing, output: completePolicy }),

  /** Has all that the kiosk holds searched for a name, which the keeper gets sealed. Its progress is in the status. */
  searchRecords: call({
    role: 'two-supervisors',
    moment: 'no-application',
    input: z.object({ name: sealedName, digest: nameDigest, reason: searchReason }),
    output: nothing,
  }),

  create: call({
    role: 'resident-or-clerk',
    moment: 'no-application',
    input: nothing,
    output: openedApplication,
  }),
  open: call({
    role: 'resident-or-clerk',
    moment: 'no-application',
    input: z.discriminatedUnion('by', [
      z.object({ by: z.literal('ticket'), ticket }),
      z.object({ by: z.literal('card'), hash: cardHash }),
    ]),
    output: openedApplication,
  }),
  putAside: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ fingerprints: newFingerprints }),
    output: nothing,
  }),
  /** What was read back is no longer what will be printed: back to draft, with the answers as they are now. */
  keepAnswers: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: z.object({ sealed }),
    output: applicationSnapshot,
  }),
  /**
   * The answers with another language in them. Of staff: nothing else of the application changes, whatever its state. Of a
   * resident who has the screen: as `keepAnswers`, for nobody sees here what else was changed.
   */
  chooseLanguage: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: z.object({ language: residentLanguage, sealed }),
    output: applicationSnapshot,
  }),
  /** How a resident sees the screen; it goes over into what the next one tells them, and no further. `not-now`: staff have it. */
  chooseLook: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: residentLook,
    output: nothing,
  }),
  /** `language`: in which the resident reads; what the screen after theirs tells is told in it, and it is forgotten with that. */
  giveToResident: call({
    role: 'clerk-or-supervisor',
    moment: 'always',
    input: z.object({ language: residentLanguage }),
    output: nothing,
  }),
  finishAnswers: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: z.object({ fingerprints: newFingerprints }),
    output: nothing,
  }),
  /** What was told a resident of how their application ended (`lastEnding`) is told nobody any more: they have left that screen. */
  forgetEnding: call({
    role: 'resident-or-clerk',
    moment: 'no-application',
    input: nothing,
    output: nothing,
  }),
  /** `kept`: a legal hold keeps it, and the session ends without a search. */
  leaveNow: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: z.object({ fingerprints: newFingerprints }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('kept') }),
      searchOrder.extend({ kind: z.literal('erasing'), fingerprints: z.array(sealed) }),
    ]),
  }),
  /** A resident leaves before the screen that tells their number: the application that waits with it ends as withdrawn, in no session. */
  leaveWithTicket: call({
    role: 'resident-or-clerk',
    moment: 'no-application',
    input: nothing,
    output: nothing,
  }),
  /** A fee is settled: the answers say so now, and what was read back stands. */
  keepFee: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ sealed }),
    output: applicationSnapshot,
  }),
  /** The old card is destroyed: the answers say so now, and the card that is out stays as it is. */
  keepOldCardDestroyed: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ sealed }),
    output: applicationSnapshot,
  }),
  /** The clerk has seen the documents: draft → checked. Confirmed before, it stays so. */
  confirmDocuments: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationSnapshot,
  }),
  keepPhoto: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ sealed }),
    output: applicationSnapshot,
  }),
  /** Forgets the photo and goes back to checked. */
  dropPhoto: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationSnapshot,
  }),
  fingerprints: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: z.object({ sealed: z.array(sealed) }),
  }),
  /** The key for card hashes, before an application is open: to find one by the card that was scanned. */
  lookUpKey: call({
    role: 'clerk-or-supervisor',
    moment: 'no-application',
    input: nothing,
    output: z.object({ key: bytes }),
  }),
  /**
   * Stores the sealed card and hands it to a print worker, all of it or nothing. The hashes let the printed card find
   * its application; `lookUp` is sealed, and lets a keeper that was started anew make them again.
   */
  print: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({
      occasion: z.enum(printOccasions),
      card: sealed,
      fingerprints: newFingerprints,
      full: cardHash,
      lastFour: cardHash,
      lookUp: sealed,
    }),
    output: applicationSnapshot,
  }),
  /** Stops the card that is under way. Whether one came out all the same is a question afterwards. */
  stopPrint: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationSnapshot,
  }),
  /** The clerk's answer to the question whether a card came out. */
  tellCard: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ found: z.boolean() }),
    output: applicationSnapshot,
  }),
  spoil: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ reason: z.enum(spoilReasons) }),
    output: applicationSnapshot,
  }),
  /**
   * A card is refused for these reasons, once a supervisor has looked at it where the policy asks for that. Until the
   * application is finished as denied, nothing has ended.
   */
  deny: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ reasons: denialReasons }),
    output: applicationSnapshot,
  }),
  takeBackDenial: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationSnapshot,
  }),
  /** Issuance (or the application) ends here: from now on no crash brings the record back. */
  finish: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({
      outcome: z.enum(['issued', 'denied', 'withdrawn']),
      counted: endingCount.omit({ denied: true }).optional(),
      /** What the fee came to, where one was due: for the fee receipt, which the next session offers. Kept in no file. */
      feeCents: z.int().min(1).optional(),
    }),
    output: searchOrder,
  }),
  /** First part of the receipt. The session ends after it. */
  erased: call({
    role: 'anyone',
    moment: 'always',
    input: z.object({ search: searchReport }),
    output: nothing,
  }),
} as const;

/** Events from the keeper to a core. */
export const keeperEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), status: kioskStatus }),
  /** Something changed about the open application that its own session did not do: its print goes on. */
  z.object({ kind: z.literal('application'), snapshot: applicationSnapshot }),
  /** Another policy is in force: whoever begins now begins under it. An open application keeps its own. */
  z.object({ kind: z.literal('policy'), policy: completePolicy }),
  /** The application of this session ended by no act of its clerk: its record is dead, and only this core can search for it. */
  searchOrder.extend({ kind: z.literal('ended'), fingerprints: z.array(sealed) }),
]);
export type KeeperEvent = z.infer<typeof keeperEvent>;

/** A core's first message: proves that the keeper's own session started it. */
export const coreHello = z.object({ kind: z.literal('hello'), token: z.string().regex(/^[0-9a-f]{64}$/) });
export const coreMessage = z.discriminatedUnion('kind', [
  coreHello,
  z.object({ kind: z.literal('call'), id: z.number().int().min(0), call: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('defect'), defect: coreDefect }),
]);
export const keeperMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number().int().min(0), answer: z.unknown() }),
  z.object({ kind: z.literal('event'), event: keeperEvent }),
]);
