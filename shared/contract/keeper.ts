import { z } from 'zod';
import { APPLICATION_STATE_TEXTS, spoilReasons } from '../application/lifecycle.ts';
import { printerTrouble } from '../printing/trouble.ts';
import { completePolicy } from '../programme/complete.ts';
import { bytes } from './bytes.ts';
import { call } from './declare.ts';
import { applicationId, jobId, ticket } from './ids.ts';
import { printEnding, printStage } from './printer.ts';
import { searchReport } from './receipt.ts';
import { kioskStatus } from './status.ts';
import { supervisionCalls } from './supervision.ts';

const nothing = z.object({});
const sealed = bytes;
/** A state as the vault writes it, with its details: still nothing about the person. */
const stateInVault = z.enum(APPLICATION_STATE_TEXTS);
/** A keyed hash of a card's number or of its last four characters: finds a card without naming it. */
const cardHash = z.string().regex(/^[0-9a-f]{64}$/);

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

/** The columns of an application that hold ciphertext. Each is sealed under the application's own key. */
export const sealedColumns = ['answers', 'photo', 'card', 'tray'] as const;
export const sealedColumn = z.enum(sealedColumns);
export type SealedColumn = z.infer<typeof sealedColumn>;

/** What a clerk's acts are called that change nothing but the state. */
export const clerkEvents = [
  'clerk-edited',
  'clerk-checked',
  'clerk-photographed',
  'clerk-dropped-photo',
  'clerk-read-back',
  'clerk-found-card',
  'clerk-found-no-card',
] as const;

/** An open application as the keeper hands it over: a key and ciphertext. */
export const openedApplication = z.object({
  application: applicationId,
  ticket,
  state: stateInVault,
  key: bytes,
  columns: z.object({
    answers: sealed.nullable(),
    photo: sealed.nullable(),
    card: sealed.nullable(),
    tray: sealed.nullable(),
  }),
  stage: printStage.nullable(),
  troubles: z.array(printerTrouble),
  ending: printEnding.nullable(),
  /** When it began, epoch milliseconds of this keeper: files older than this need no search. */
  began: z.number(),
  /** The one that it began under. */
  policy: completePolicy,
});
export type OpenedApplication = z.infer<typeof openedApplication>;

/** Calls from a session's core to the keeper. No field of any of them holds a person in clear. */
export const keeperCalls = {
  getStatus: call({ role: 'anyone', moment: 'always', input: nothing, output: kioskStatus }),
  ...supervisionCalls,
  /** The policy in force. */
  policy: call({ role: 'anyone', moment: 'always', input: nothing, output: completePolicy }),

  create: call({
    role: 'clerk-or-supervisor',
    moment: 'no-application',
    input: nothing,
    output: openedApplication,
  }),
  open: call({
    role: 'clerk-or-supervisor',
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
    input: nothing,
    output: nothing,
  }),
  store: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ column: sealedColumn, sealed: sealed.nullable() }),
    output: nothing,
  }),
  /** Registers sealed fingerprints of something that was made of the applicant (photo, preview). */
  storeFingerprints: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ sealed }),
    output: nothing,
  }),
  fingerprints: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: z.object({ sealed: z.array(sealed) }),
  }),
  /** Something the clerk did. The keeper runs the lifecycle and alone writes the state. */
  move: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ event: z.enum(clerkEvents) }),
    output: z.object({ state: stateInVault }),
  }),
  /** The key for card hashes: random at every start of the keeper, in memory only. */
  lookUpKey: call({
    role: 'clerk-or-supervisor',
    moment: 'always',
    input: nothing,
    output: z.object({ key: bytes }),
  }),
  /**
   * Hands the sealed card to a print worker. The hashes let the printed card find its application; `lookUp` is
   * sealed, and lets a keeper that was started anew make them again.
   */
  print: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ full: cardHash, lastFour: cardHash, lookUp: sealed }),
    output: z.object({ job: jobId, state: stateInVault }),
  }),
  /** Stops the card that is under way. Whether one came out all the same is a question afterwards. */
  stopPrint: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: nothing,
  }),
  spoil: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ reason: z.enum(spoilReasons) }),
    output: z.object({ state: stateInVault }),
  }),
  /** Issuance (or the application) ends here: from now on no crash brings the record back. */
  finish: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ outcome: z.enum(['issued', 'denied', 'withdrawn']) }),
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
  z.object({
    kind: z.literal('print'),
    stage: printStage.nullable(),
    troubles: z.array(printerTrouble),
    ending: printEnding.nullable(),
    state: stateInVault,
    tray: sealed.nullable(),
  }),
  /** The application of this session has expired: its record is dead, and only this core can search for it. */
  searchOrder.extend({ kind: z.literal('expired'), fingerprints: z.array(sealed) }),
]);
export type KeeperEvent = z.infer<typeof keeperEvent>;

/** A core's first message: proves that the keeper's own session started it. */
export const coreHello = z.object({ kind: z.literal('hello'), token: z.string().regex(/^[0-9a-f]{64}$/) });
export const coreMessage = z.discriminatedUnion('kind', [
  coreHello,
  z.object({ kind: z.literal('call'), id: z.number().int().min(0), call: z.string(), input: z.unknown() }),
]);
export const keeperMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number().int().min(0), answer: z.unknown() }),
  z.object({ kind: z.literal('event'), event: keeperEvent }),
]);
