import { z } from 'zod';
import { liftingHold, resumingUnderHold, settingHold } from '../command/hold-acts.ts';
import { recipient } from '../command/production.ts';
import { nameDigest, searchReason } from '../command/record-search.ts';
import { denialReasons } from '../denial.ts';
import { inSpiteOf } from '../doctor/in-spite-of.ts';
import { policyHash, ticket } from '../ids.ts';
import { resuming, suspending } from '../suspension/suspension-acts.ts';

/** Acts that an approval covers by their name alone, whatever they are done to. */
export const wholeActs = [
  'addMember',
  'removeMember',
  'resetPassphrase',
  'letInAgain',
  'confirmDate',
  'closeWipe',
  'takeCheckpoint',
  'exportLedger',
  'destroyRibbon',
] as const;
export type WholeAct = (typeof wholeActs)[number];

/** Acts whose role says that somebody else needs a second person beside them. */
export const supervisedActs = [
  ...wholeActs,
  'decideCustody',
  'setHold',
  'liftHold',
  'resumeIntake',
  'installOlderPolicy',
  'suspendIntake',
  'endSuspension',
  'searchRecords',
  'produceRecord',
] as const;
export type SupervisedAct = (typeof supervisedActs)[number];

/** Acts that a second person may approve on somebody else's screen. Whether a refusal needs one, its policy says. */
export const approvableActs = [...supervisedActs, 'deny'] as const;
export type ApprovableAct = (typeof approvableActs)[number];

/** What a second person approves: an act, and for some acts what it is about, which nothing else is covered by. */
export const approvedAct = z.discriminatedUnion('act', [
  z.object({ act: z.enum(wholeActs) }),
  /** Going live in spite of exactly these: whoever approved one has not read what else is out of order by now. */
  z.object({ act: z.literal('decideCustody'), inSpiteOf }),
  /** This legal hold and no other: what one keeps, another may let go. */
  settingHold.extend({ act: z.literal('setHold') }),
  liftingHold.extend({ act: z.literal('liftHold') }),
  resumingUnderHold.extend({ act: z.literal('resumeIntake') }),
  /** Back to this policy: another one on the stick by now was read by nobody who approved. */
  z.object({ act: z.literal('installOlderPolicy'), policy: policyHash }),
  /** Exactly so: nobody who approved an end of the day has approved what is erased at once. */
  suspending.extend({ act: z.literal('suspendIntake') }),
  resuming.extend({ act: z.literal('endSuspension') }),
  /** A search for the name of this digest, which was read on the screen, for this reason. */
  z.object({ act: z.literal('searchRecords'), digest: nameDigest, reason: searchReason }),
  /** One application, to this recipient: its fingerprint was compared. */
  z.object({ act: z.literal('produceRecord'), ticket, recipient }),
  /** A refusal, for exactly these reasons. */
  z.object({ act: z.literal('deny'), reasons: denialReasons }),
]);
export type ApprovedAct = z.infer<typeof approvedAct>;
