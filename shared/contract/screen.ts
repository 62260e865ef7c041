import { z } from 'zod';
import { MAXIMUM_TYPED_LENGTH } from '../application/answers.ts';
import { inputNames } from '../application/fields.ts';
import { routes } from '../application/route.ts';
import { completePolicy } from '../programme/complete.ts';
import { LONGEST_TYPED_NAME } from '../record-search/terms.ts';
import { applicationView, preview } from './application/application-view.ts';
import { issuanceCalls } from './application/issuance-calls.ts';
import { bytes } from './bytes.ts';
import { nameDigest, searchReason } from './command/record-search.ts';
import { call } from './declare.ts';
import { ticket } from './ids.ts';
import { refusal } from './refusals.ts';
import { residentLanguage, residentLook } from './residents/resident-acts.ts';
import { screenStatus } from './residents/screen-status.ts';
import { typedPassphrase } from './staff/typed-passphrase.ts';
import { supervisionCalls } from './supervision.ts';

const nothing = z.object({});
const codePoint = z.int().min(0).max(0x10ffff);
const typed = z.string().max(MAXIMUM_TYPED_LENGTH);
const image = bytes;

/** From guessed at once (0) to hopeless (4). New passphrases need at least 3. */
export const passphraseStrength = z.number().int().min(0).max(4);

/**
 * Calls from the screen to the core. One that changes the application answers the whole of it, as the event tells it;
 * one that ends it here answers nothing, for the session ends with it.
 */
export const screenCalls = {
  /** Answers the present status and application; every later change comes as an event. */
  getState: call({
    role: 'anyone',
    moment: 'always',
    input: nothing,
    output: z.object({
      status: screenStatus,
      policy: completePolicy,
      application: applicationView.nullable(),
    }),
  }),
  ...supervisionCalls,
  /** Four words from a list, drawn at random: nobody has to invent a passphrase. */
  suggestPassphrase: call({
    role: 'staff-or-nobody',
    moment: 'always',
    input: nothing,
    output: z.object({ passphrase: z.string() }),
  }),
  /** How hard a passphrase is to guess, for somebody who also knows these names. */
  judgePassphrase: call({
    role: 'staff-or-nobody',
    moment: 'always',
    input: z.object({ passphrase: typedPassphrase, names: z.array(z.string().max(200)).max(3) }),
    output: z.object({ strength: passphraseStrength }),
  }),

  /** The name that is asked for, as two people will agree on it: what they approve is its digest. */
  askForName: call({
    role: 'supervisor',
    moment: 'no-application',
    input: z.object({ typed: z.string().max(LONGEST_TYPED_NAME) }),
    output: z.object({ name: z.string(), digest: nameDigest }),
  }),
  /** Searches all that the kiosk holds for the name that was asked for last. */
  searchRecords: call({
    role: 'two-supervisors',
    moment: 'no-application',
    input: z.object({ reason: searchReason }),
    output: nothing,
  }),

  /** A resident may in self-service only. */
  startApplication: call({
    role: 'resident-or-clerk',
    moment: 'no-application',
    input: nothing,
    output: applicationView,
  }),
  /** A resident may open only what the status offers (`openNext`): theirs, whose session has died. */
  openApplication: call({
    role: 'resident-or-clerk',
    moment: 'no-application',
    input: z.object({ ticket }),
    output: applicationView,
  }),
  /** Opens the application whose card is named: all ten characters (scanned) or its last four. */
  openByCard: call({
    role: 'clerk-or-supervisor',
    moment: 'no-application',
    input: z.object({ characters: z.string().max(64) }),
    output: applicationView,
  }),
  /** Leaves the application open in the vault and turns over to a fresh session. */
  putAside: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: nothing,
  }),

  answer: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: z.object({ field: z.enum(inputNames), typed }),
    output: applicationView,
  }),
  /** Every visible character that the card's fonts have, in runs of code points. */
  printableCharacters: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: nothing,
    output: z.object({ runs: z.array(z.tuple([codePoint, codePoint]).readonly()).readonly() }),
  }),
  /** Why the applicant came. Refused where the policy has no such way to a card. */
  chooseRoute: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: z.object({ route: z.enum(routes) }),
    output: applicationView,
  }),
  /**
   * In which language the applicant reads: sealed with the answers. Chosen by staff it changes nothing else of the application;
   * chosen by a resident who has the screen it counts as a change, and what was checked is checked again.
   * `malformed`: not one of the policy's; `notice-unconfirmed`: nobody answers for its legal notices here.
   */
  chooseLanguage: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: z.object({ language: residentLanguage }),
    output: applicationView,
  }),
  /**
   * How a resident who answers sees the screen now: the one that tells them how their application ended is drawn so too.
   * `not-now`: staff have the screen.
   */
  chooseLook: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: residentLook,
    output: nothing,
  }),
  /**
   * Gives the screen to a resident: with the application that is open, as long as its answers may be changed; or, in
   * self-service, with the start screen of a session that nobody has used. Any approval ends. Taken back by `signIn`.
   */
  giveToResident: call({
    role: 'clerk-or-supervisor',
    moment: 'always',
    input: nothing,
    output: nothing,
  }),
  /**
   * The resident has answered. In self-service the application is set aside and the session turns over to one that tells the
   * ticket (`lastEnding`), with the screen still the residents'. At a counter the screen is locked with the application behind
   * it: a passphrase of staff opens it. Answers need not be complete: the clerk goes through them.
   */
  finishAnswers: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: nothing,
    output: nothing,
  }),
  /**
   * A resident has left the screen that told how their application ended (`lastEnding`), or its time is over: nobody is told of
   * it any more. `not-now`: nothing is told a resident, or it is still being erased.
   */
  forgetEnding: call({
    role: 'resident-or-clerk',
    moment: 'no-application',
    input: nothing,
    output: nothing,
  }),
  /**
   * Ends the application as withdrawn, at once. The fresh session tells what became of it (`lastEnding`, `left`): under a
   * legal hold it is kept, and this says so there too.
   */
  leaveNow: call({
    role: 'resident-or-clerk',
    moment: 'application-open',
    input: nothing,
    output: nothing,
  }),
  /**
   * The same for a resident who has changed their mind before the screen that tells their number. `not-now`: no number is told there,
   * what it is of has ended, or the session that had it is still going.
   */
  leaveWithTicket: call({
    role: 'resident-or-clerk',
    moment: 'no-application',
    input: nothing,
    output: nothing,
  }),
  tickDocument: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ document: z.string().max(64), seen: z.boolean() }),
    output: applicationView,
  }),
  /** The clerk has seen the documents and the answers hold: draft → checked. */
  confirmDocuments: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationView,
  }),
  /** A JPEG, 480 × 600 pixels, at most 400 kB. */
  keepPhoto: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ jpeg: image }),
    output: applicationView,
  }),
  /** Forgets the photo and goes back to checked. */
  retakePhoto: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationView,
  }),
  photo: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: z.object({ jpeg: image }),
  }),
  ...issuanceCalls,
} as const;

/** Events from the core to the screen. */
export const screenEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), status: screenStatus }),
  /** The policy of this session's application; before there is one, the policy in force. */
  z.object({ kind: z.literal('policy'), policy: completePolicy }),
  z.object({ kind: z.literal('application'), application: applicationView }),
  z.object({ kind: z.literal('preview'), preview }),
  /** The card as it lies in the virtual printer's tray. */
  z.object({ kind: z.literal('tray'), front: image, back: image }),
  /** The application has ended and is being erased: nothing of it is shown any more. */
  z.object({ kind: z.literal('ended') }),
]);
export type ScreenEvent = z.infer<typeof screenEvent>;

/** What travels over the screen's message port towards the core. */
export const screenRequest = z.object({
  id: z.number().int().min(0),
  call: z.string().max(64),
  input: z.unknown(),
});

/** What travels back: an answer in its envelope, or an event. */
export const screenReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number().int().min(0), answer: z.unknown() }),
  z.object({ kind: z.literal('event'), event: screenEvent }),
]);
export type ScreenReply = z.infer<typeof screenReply>;

/** The envelope of an answer, before its value is parsed by the call's own output schema. */
export const answerEnvelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: refusal }),
]);
