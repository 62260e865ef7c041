import type { CallerState } from '../../../shared/contract/authorize-calls.ts';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { createTurns } from '../../../shared/turns.ts';
import type { Database } from '../database/open-database.ts';
import { type Approval, createApprovals } from './approvals.ts';
import {
  type FirstMembers,
  type SetUpFailure,
  type StaffOfKiosk,
  setUpByOthers,
  setUpMembers,
} from './first-members.ts';
import { memberRowsOf } from './member-rows.ts';
import { createMembers, type Members } from './members.ts';
import { createPassphraseActs, type OnDeviceKey, type PassphraseActs } from './passphrase-acts.ts';
import { createPassphraseCheck } from './passphrase-check.ts';
import { type CodesOfTwo, type RecoveryFailure, recoverStaff, type TwoPeople } from './recover-staff.ts';
import { countsAsPerson } from './second-person.ts';
import { createSignInState, type SignInState } from './sign-in-and-idle-lock.ts';
import { attemptsOf } from './sign-in-attempts.ts';
import type { RecordStaffEvent } from './staff-event.ts';

/**
 * Who works here, and who is signed in now. Sign-in lives in the keeper, so it outlives every session. What needs a
 * passphrase, and every change, is done one after the other. A disk that takes no writes makes them throw
 * SQLite's error: nothing was changed then, nobody was signed in, and the passphrase was not looked at.
 */
export interface Staff
  extends Pick<
      SignInState,
      | 'signedIn'
      | 'screenLocked'
      | 'isWithResident'
      | 'reportActivity'
      | 'lock'
      | 'handedBack'
      | 'lockWhenIdle'
      | 'textSize'
      | 'setTextSize'
    >,
    PassphraseActs {
  names(): readonly string[];
  /** Supervisors who could approve an act of whoever is signed in; nobody while nobody is. */
  approverNames(): readonly string[];
  /** Whether the supervisor who is signed in has still to be confirmed. */
  isUnconfirmed(): boolean;
  /**
   * What calls are authorized by: `nobody` also while the screen is locked or a passphrase must be changed; `resident`
   * while one has the screen, whoever is signed in behind it; `handed-back` until somebody enters behind one.
   */
  callerRole(): CallerState['role'];
  /** Gives the screen of whoever is signed in to a resident. Any approval ends: it was given to who stood there. */
  giveScreen(): void;
  /** The first members; see `setUpMembers`. The first supervisor is signed in. */
  setUp(
    first: FirstMembers,
    writeKiosk: () => void,
    onDeviceKey: OnDeviceKey,
  ): Promise<Result<null, SetUpFailure>>;
  /** First staff whom others chose; see `setUpByOthers`. Nobody is signed in. */
  setUpByOthers(staff: StaffOfKiosk, writeKiosk: () => void): Promise<Result<null, SetUpFailure>>;
  /** Two supervisors in the place of everybody; see `recoverStaff`. Nobody is signed in afterwards. */
  recover(people: TwoPeople, codes: CodesOfTwo): Promise<Result<null, RecoveryFailure>>;
  signOut(): void;
  members(): readonly Member[];
  /** Whether anybody waits after a wrong passphrase or code. */
  isAnyoneWaiting(): boolean;
  addMember(...input: Parameters<Members['add']>): ReturnType<Members['add']>;
  removeMember(by: MemberId, member: MemberId): Promise<ReturnType<Members['remove']>>;
  resetPassphrase(...input: Parameters<Members['reset']>): ReturnType<Members['reset']>;
  letInAgain(...input: Parameters<Members['letInAgain']>): Promise<ReturnType<Members['letInAgain']>>;
  /** What a supervisor has approved on the screen of the session with this token, or null. */
  approvalFor(token: string): Approval | null;
  /** Takes the approval of this act away; null if there is none (any more). */
  takeApproval(token: string, act: string): Approval | null;
  withdrawApproval(token: string): void;
}

/** What the staff are built on. */
export interface StaffParts {
  /** The vault's. */
  readonly database: Database;
  /** Kiosk time in milliseconds, which a moved wall clock does not change. */
  elapsed(): number;
  /** Milliseconds that the machine has run, for what a keeper only remembers: no night comes in between. */
  uptime(): number;
  /** Minutes without a touch after which the screen is locked. */
  readonly lockAfterMinutes: number;
  /** The kiosk's device key, lent by its custody; null until somebody has signed in. */
  deviceKey(): Uint8Array | null;
  kioskName(): string | null;
  /** See `MembersParts`. */
  supervisorLeft(member: MemberId): void;
  placesLeft(): number;
  readonly record: RecordStaffEvent;
}

/** The staff kept in the vault's file. */
export function createStaff(parts: StaffParts): Staff {
  const { database, elapsed, record, uptime } = parts;
  const rows = memberRowsOf(database);
  const attempts = attemptsOf(database, elapsed);
  const { check } = createPassphraseCheck(attempts, record);
  const signInState = createSignInState(uptime, parts.lockAfterMinutes);
  const approvals = createApprovals(uptime);
  const members = createMembers({ ...parts, rows, attempts });
  const callerRole = (): CallerState['role'] => roleBefore(signInState);
  const acts = createPassphraseActs({
    rows,
    check,
    signInState,
    approvals,
    members,
    callerRole,
    kioskName: parts.kioskName,
  });

  const inTurn = createTurns();
  const { signedIn, screenLocked, isWithResident, handedBack } = signInState;
  const { reportActivity, lockWhenIdle, textSize, setTextSize } = signInState;
  return {
    ...{ signedIn, screenLocked, isWithResident, handedBack },
    ...{ reportActivity, lockWhenIdle, textSize, setTextSize },
    giveScreen() {
      approvals.withdrawAll();
      signInState.giveScreen();
    },
    lock(behind) {
      approvals.withdrawAll();
      signInState.lock(behind);
    },
    names: () => rows.all().map(({ name }) => name),
    approverNames() {
      const who = signInState.signedIn();
      if (who === null) return [];
      return rows
        .all()
        .filter((row) => countsAsPerson(row) && row.identifier !== who.member)
        .map(({ name }) => name);
    },
    isUnconfirmed() {
      const member = signInState.signedIn()?.member;
      const row = member === undefined ? null : rows.byIdentifier(member);
      return row !== null && row.given_by !== null;
    },
    callerRole,
    setUp: (first, writeKiosk, onDeviceKey) =>
      inTurn(async () => {
        const done = await setUpMembers({ ...parts, rows }, first, writeKiosk, onDeviceKey);
        if (!done.ok) return done;
        const { identifier: member, name, role } = done.value;
        signInState.enter({ member, name, role, mustChange: false });
        return ok(null);
      }),
    setUpByOthers: (...input) => inTurn(() => setUpByOthers({ ...parts, rows }, ...input)),
    recover: (...input) =>
      inTurn(() => recoverStaff({ ...parts, rows, attempts, signedIn: signInState.signedIn }, ...input)),
    signIn: (...input) => inTurn(() => acts.signIn(...input)),
    changePassphrase: (...input) => inTurn(() => acts.changePassphrase(...input)),
    approve: (...input) => inTurn(() => acts.approve(...input)),
    confirm: (...input) => inTurn(() => acts.confirm(...input)),
    vouchForHold: (...input) => inTurn(() => acts.vouchForHold(...input)),
    signOut() {
      approvals.withdrawAll();
      signInState.leave();
    },
    members: members.list,
    isAnyoneWaiting: attempts.isAnyoneWaiting,
    addMember: (...input) => inTurn(() => members.add(...input)),
    removeMember: (by, member) =>
      inTurn(() => {
        const done = members.remove(by, member, signInState.signedIn()?.member ?? null);
        if (done.ok) approvals.withdrawAll();
        return done;
      }),
    resetPassphrase: (by, member, passphrase) =>
      inTurn(async () => {
        const done = await members.reset(by, member, passphrase);
        if (!done.ok) return done;
        approvals.withdrawAll();
        signInState.setMustChange(member, true);
        return done;
      }),
    letInAgain: (...input) => inTurn(() => members.letInAgain(...input)),
    approvalFor: approvals.of,
    takeApproval: approvals.use,
    withdrawApproval: approvals.withdraw,
  };
}

/** See `Staff.callerRole`. */
function roleBefore(screen: SignInState): CallerState['role'] {
  if (screen.isWithResident()) return 'resident';
  if (screen.handedBack() !== null) return 'handed-back';
  const who = screen.signedIn();
  return who === null || who.mustChange || screen.screenLocked() ? 'nobody' : who.role;
}
