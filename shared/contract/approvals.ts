import { z } from 'zod';
import { denialReasons } from './denial.ts';
import { policyHash } from './ids.ts';

/** Acts that an approval covers by their name alone. */
const wholeActs = [
  'addMember',
  'removeMember',
  'resetPassphrase',
  'letInAgain',
  'decideCustody',
  'confirmDate',
  'closeWipe',
  'setHold',
  'liftHold',
  'resumeIntake',
  'takeCheckpoint',
  'exportLedger',
  'destroyRibbon',
] as const;

/** Acts whose role says that somebody else needs a second person beside them. */
export const supervisedActs = [...wholeActs, 'installOlderPolicy'] as const;
export type SupervisedAct = (typeof supervisedActs)[number];

/** Acts that a second person may approve on somebody else's screen. Whether a refusal needs one, its policy says. */
export const approvableActs = [...supervisedActs, 'deny'] as const;
export type ApprovableAct = (typeof approvableActs)[number];

/** What a second person approves: an act, and for some acts what it is about, which nothing else is covered by. */
export const approvedAct = z.discriminatedUnion('act', [
  z.object({ act: z.enum(wholeActs) }),
  /** Back to this policy: another one on the stick by now was read by nobody who approved. */
  z.object({ act: z.literal('installOlderPolicy'), policy: policyHash }),
  /** A refusal, for exactly these reasons. */
  z.object({ act: z.literal('deny'), reasons: denialReasons }),
]);
export type ApprovedAct = z.infer<typeof approvedAct>;
