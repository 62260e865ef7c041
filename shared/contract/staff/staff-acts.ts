import { z } from 'zod';
import { STAFF_NAME_MAXIMUM } from '../../staff/staff-name.ts';
import { call } from '../declare.ts';
import { memberId } from '../ids.ts';
import { staffRole } from '../status.ts';
import { textSize } from '../text-size.ts';
import { approvedAct } from './approved-act.ts';
import { typedPassphrase } from './typed-passphrase.ts';

const nothing = z.object({});

/** What staff may type at most. Strength is judged by shared/staff, not by length alone. */
export const PASSPHRASE_MAXIMUM = 200;

export const staffName = z.string().trim().min(1).max(STAFF_NAME_MAXIMUM);
/** A new passphrase, which must be strong enough. */
export const newPassphrase = z.string().min(1).max(PASSPHRASE_MAXIMUM);
export const newCredentials = z.object({ name: staffName, passphrase: newPassphrase });

/** Somebody who works here, as supervisors see them. */
export const member = z.object({
  member: memberId,
  name: z.string(),
  role: staffRole,
  /** Too many wrong passphrases: minutes until the next attempt is heard, or null. */
  lockedOutMinutes: z.number().int().min(1).nullable(),
  mustChange: z.boolean(),
  /**
   * Of a supervisor who does not count as a second person: who gave them their passphrase, and so can't confirm them. Null: they
   * need nobody's confirmation.
   */
  unconfirmed: z.object({ givenBy: memberId }).nullable(),
});
export type Member = z.infer<typeof member>;

/** Calls about staff. */
export const staffActs = {
  /** Two supervisors from the start: each act of two people has its two, and whoever comes later is confirmed by one of them. */
  setUp: call({
    role: 'staff-or-nobody',
    moment: 'before-set-up',
    input: z.object({
      kioskName: staffName,
      supervisor: newCredentials,
      secondSupervisor: newCredentials,
      clerk: newCredentials,
    }),
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
  /** A supervisor who is added counts as a second person once another one has confirmed them. */
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
  /** Gives somebody a passphrase that they must change at their next sign-in. A supervisor is then to be confirmed anew. */
  resetPassphrase: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ member: memberId, passphrase: newPassphrase }),
    output: nothing,
  }),
  /**
   * From now on this supervisor counts as a second person. `name`, `passphrase`: of whoever confirms them, on any supervisor's
   * screen: one who counts, and did not give them their passphrase.
   */
  confirmSupervisor: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ member: memberId, name: z.string().max(200), passphrase: typedPassphrase }),
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
