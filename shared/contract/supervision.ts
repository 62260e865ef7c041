import { z } from 'zod';
import { breakReasons, wipeCloseReasons } from '../ledger/reasons.ts';
import { STAFF_NAME_MAXIMUM } from '../staff/staff-name.ts';
import { holdActs } from './command/hold-acts.ts';
import { productionActs } from './command/production.ts';
import { recordSearchActs } from './command/record-search.ts';
import { statementActs } from './command/statement-acts.ts';
import { dayActs, daySheet } from './counter-day/day-acts.ts';
import { custodyKind } from './custody.ts';
import { call } from './declare.ts';
import { doctorActs } from './doctor/doctor-acts.ts';
import { inSpiteOf } from './doctor/in-spite-of.ts';
import { memberId } from './ids.ts';
import { readLedger } from './ledger-pages.ts';
import { policyActs } from './policy-acts.ts';
import { printerActs } from './printing/printer-acts.ts';
import { residentActs } from './residents/resident-acts.ts';
import { approvedAct } from './staff/approved-act.ts';
import { statisticsActs } from './statistics/statistics-acts.ts';
import { calendarDate, staffRole } from './status.ts';
import { suspensionActs } from './suspension/suspension-acts.ts';
import { textSize } from './text-size.ts';

// Acts of staff that need no application. The core only passes them on, so they are declared once for both
// ways: from the screen to the core and from the core to the keeper.

const nothing = z.object({});

/** What staff may type at most. Strength is judged by shared/staff, not by length alone. */
export const PASSPHRASE_MAXIMUM = 200;

export const staffName = z.string().trim().min(1).max(STAFF_NAME_MAXIMUM);
/** A new passphrase, which must be strong enough. */
export const newPassphrase = z.string().min(1).max(PASSPHRASE_MAXIMUM);
/** What somebody typed as theirs: anything is only wrong, up to a size that is no passphrase any more. */
export const typedPassphrase = z.string().max(10_240);
export const newCredentials = z.object({ name: staffName, passphrase: newPassphrase });

/** Somebody who works here, as supervisors see them. */
export const member = z.object({
  member: memberId,
  name: z.string(),
  role: staffRole,
  /** Too many wrong passphrases: minutes until the next attempt is heard, or null. */
  lockedOutMinutes: z.number().int().min(1).nullable(),
  mustChange: z.boolean(),
});
export type Member = z.infer<typeof member>;

/** How the ledger stands. `broken` names the first entry that does not hold. */
export const ledgerVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('valid'), entries: z.number().int().min(0), head: z.string() }),
  z.object({ kind: z.literal('broken'), sequence: z.number().int().min(1), reason: z.enum(breakReasons) }),
]);
export type LedgerVerdict = z.infer<typeof ledgerVerdict>;

/** Calls about staff. */
const staffActs = {
  setUp: call({
    role: 'staff-or-nobody',
    moment: 'before-set-up',
    input: z.object({ kioskName: staffName, supervisor: newCredentials, clerk: newCredentials }),
    output: nothing,
  }),
  /**
   * Signs in, opens a screen that was locked because nobody touched it, or takes it back from a resident. `name`: null for
   * whoever is signed in behind the screen: a page that a resident has does not know who that is.
   */
  signIn: call({
    role: 'anyone',
    moment: 'always',
    input: z.object({ name: z.string().max(200).nullable(), passphrase: typedPassphrase }),
    output: nothing,
  }),
  /** Also while somebody has to choose a passphrase first and may do nothing else. */
  signOut: call({ role: 'staff-or-nobody', moment: 'always', input: nothing, output: nothing }),
  /** Locks the screen at once; an open application stays open behind it. */
  lock: call({ role: 'staff', moment: 'always', input: nothing, output: nothing }),
  /** Also before anybody has signed in: they have to read the names. */
  setTextSize: call({
    role: 'staff-or-nobody',
    moment: 'always',
    input: z.object({ textSize }),
    output: nothing,
  }),
  /** Somebody touched keyboard, screen or switch: the idle lock, or what ends a resident's screen, waits anew. */
  reportActivity: call({ role: 'resident-or-staff', moment: 'always', input: nothing, output: nothing }),
  /**
   * One's own. The keeper itself sees to it that somebody is signed in and the screen is not locked: whoever
   * has to choose another passphrase first counts as `nobody` until they have.
   */
  changePassphrase: call({
    role: 'staff-or-nobody',
    moment: 'always',
    input: z.object({ present: typedPassphrase, next: newPassphrase }),
    output: nothing,
  }),
  /**
   * A supervisor signs in over somebody's screen for one act; see `CallerState.approved`. A refusal is approved of the
   * application that is open, and only as it is then.
   */
  approve: call({
    role: 'staff',
    moment: 'always',
    input: approvedAct.and(z.object({ name: z.string().max(200), passphrase: typedPassphrase })),
    output: nothing,
  }),
  withdrawApproval: call({ role: 'staff', moment: 'always', input: nothing, output: nothing }),
  members: call({
    role: 'supervisor',
    moment: 'always',
    input: nothing,
    output: z.object({ members: z.array(member) }),
  }),
  addMember: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ name: staffName, role: staffRole, passphrase: newPassphrase }),
    output: nothing,
  }),
  removeMember: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ member: memberId }),
    output: nothing,
  }),
  /** Gives somebody a passphrase that they must change at their next sign-in. */
  resetPassphrase: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ member: memberId, passphrase: newPassphrase }),
    output: nothing,
  }),
  /** Ends a lock-out before its time. */
  letInAgain: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ member: memberId }),
    output: nothing,
  }),
} as const;

/** What somebody typed as a recovery code: anything is only wrong. */
const typedRecoveryCode = z.string().max(200);
/** One code is one person's: each is written down, and typed back from the paper, by itself. */
const recoveryCodePlace = z.literal([1, 2]);

/** Calls about recovery codes: the way in for two people when the last supervisor has forgotten the passphrase. */
const recoveryActs = {
  /** There are none from now on: the decision of a supervisor. */
  declineRecoveryCodes: call({ role: 'supervisor', moment: 'always', input: nothing, output: nothing }),
  /** A new code, shown once. The second one only after the first was typed back; the first one begins anew. */
  drawRecoveryCode: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ place: recoveryCodePlace }),
    output: z.object({ code: z.string() }),
  }),
  /** Typed back from the paper. With the second one both begin to work, and earlier ones end. */
  confirmRecoveryCode: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ place: recoveryCodePlace, typed: typedRecoveryCode }),
    output: nothing,
  }),
  /**
   * Two people, each with one of the codes, take the place of everybody who works here. The keeper itself sees to it that
   * nobody is signed in and that there is no application.
   */
  recoverStaff: call({
    role: 'staff-or-nobody',
    moment: 'no-application',
    input: z.object({
      first: newCredentials.extend({ code: typedRecoveryCode }),
      second: newCredentials.extend({ code: typedRecoveryCode }),
    }),
    output: nothing,
  }),
} as const;

/** Calls about custody, wipes and the ledger. */
const kioskActs = {
  /**
   * With it a kiosk goes live. One for residents looks at its computer first, which takes three minutes at most. `inSpiteOf`:
   * another supervisor has approved exactly these.
   */
  decideCustody: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ custody: custodyKind, inSpiteOf }),
    output: nothing,
  }),
  /** The date that the machine shows is right, although the kiosk doubted it. `shown`: the one that was read. */
  confirmDate: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ shown: calendarDate }),
    output: nothing,
  }),
  /** Somebody looked into the printer's tray for cards of applications that are gone. */
  confirmTray: call({ role: 'clerk-or-supervisor', moment: 'always', input: nothing, output: nothing }),
  /** Tries the open steps of wipes again. */
  retryWipe: call({ role: 'staff', moment: 'always', input: nothing, output: nothing }),
  /** Closes a wipe that cannot be proven, with a reason: the ledger has it instead of a receipt. */
  closeWipe: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ reason: z.enum(wipeCloseReasons) }),
    output: nothing,
  }),
  /** From now on everybody who is served is invented, until a supervisor ends it: nothing of them is counted. */
  beginPractice: call({ role: 'supervisor', moment: 'no-application', input: nothing, output: nothing }),
  endPractice: call({ role: 'supervisor', moment: 'no-application', input: nothing, output: nothing }),
  verifyLedger: call({ role: 'supervisor-or-it', moment: 'always', input: nothing, output: ledgerVerdict }),
  readLedger,
  /** Writes the whole ledger to the folder for exports (a stick). Answers the file's name. */
  exportLedger: call({
    role: 'supervisor-or-it',
    moment: 'always',
    input: z.object({ format: z.enum(['csv', 'ndjson']) }),
    output: z.object({ file: z.string() }),
  }),
  /** The signed head leaves the kiosk: to be printed as a day sheet, or written to the folder for exports. */
  takeCheckpoint: call({
    role: 'supervisor-or-it',
    moment: 'always',
    input: z.object({ way: z.enum(['day-sheet', 'stick']) }),
    /** A sheet or a file, as was asked. */
    output: z.object({ sheet: daySheet.nullable(), file: z.string().nullable() }),
  }),
} as const;

export const supervisionCalls = {
  ...staffActs,
  ...recoveryActs,
  ...kioskActs,
  ...doctorActs,
  ...holdActs,
  ...statisticsActs,
  ...dayActs,
  ...policyActs,
  ...suspensionActs,
  ...recordSearchActs,
  ...productionActs,
  ...printerActs,
  ...statementActs,
  ...residentActs,
} as const;
