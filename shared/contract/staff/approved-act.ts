import { z } from 'zod';
import { liftingHold, resumingUnderHold, settingHold } from '../command/hold-acts.ts';
import { recipient } from '../command/production.ts';
import { nameDigest, searchReason } from '../command/record-search.ts';
import { custodyKind } from '../custody.ts';
import { denialReasons } from '../denial.ts';
import { inSpiteOf } from '../doctor/in-spite-of.ts';
import { policyHash, ticket } from '../ids.ts';
import { acceptingMisfit } from '../misfit/misfit-acts.ts';
import { destroyingRibbon } from '../printing/printer-acts.ts';
import { resuming, suspending } from '../suspension/suspension-acts.ts';
import { closingWipe, confirmingDate, exportingLedger, takingCheckpoint } from './supervised-inputs.ts';

/**
 * Acts whose role says that somebody else needs a second person beside them. None of them makes or changes somebody who works
 * here: that a supervisor does at a screen of their own.
 */
export const supervisedActs = [
  'confirmDate',
  'closeWipe',
  'acceptMisfit',
  'takeCheckpoint',
  'exportLedger',
  'destroyRibbon',
  'drawSecondRecoveryCode',
  'declineRecoveryCodes',
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

/** What a second person approves: an act with all of its input, and nothing else is covered by that. */
export const approvedAct = z.discriminatedUnion('act', [
  /** This date: after midnight another one is asked about. */
  confirmingDate.extend({ act: z.literal('confirmDate') }),
  /** For this reason; of which erasure, the keeper finds. */
  closingWipe.extend({ act: z.literal('closeWipe') }),
  /** Exactly these, for this reason: whoever approved one has not read what else does not fit. */
  acceptingMisfit.extend({ act: z.literal('acceptMisfit') }),
  takingCheckpoint.extend({ act: z.literal('takeCheckpoint') }),
  exportingLedger.extend({ act: z.literal('exportLedger') }),
  destroyingRibbon.extend({ act: z.literal('destroyRibbon') }),
  /** It has no input: the first code was typed back on this screen by whoever is signed in. */
  z.object({ act: z.literal('drawSecondRecoveryCode') }),
  /** While codes are in force: two made them. It has no input. */
  z.object({ act: z.literal('declineRecoveryCodes') }),
  /**
   * Going live in spite of exactly these, with the keys kept so: whoever approved one has not read what else is out of order by now,
   * nor what the same checks mean for keys that lie elsewhere.
   */
  z.object({ act: z.literal('decideCustody'), custody: custodyKind, inSpiteOf }),
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
