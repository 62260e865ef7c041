import { randomBytes } from 'node:crypto';
import { dayText } from '../../../shared/calendar.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { ApprovableAct } from '../../../shared/contract/supervision.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { staffNameOf } from '../../../shared/staff/staff-name.ts';
import { asDiskRefusal } from '../database/open-failure.ts';
import { createSigningKey } from '../receipt/receipt.ts';
import { makeRoomForApplication } from '../vault/room.ts';
import { actorOf } from './actor.ts';
import type { Desk, Occupant } from './desk.ts';
import { policyEntry } from './policy-entry.ts';
import { settleOwed } from './record-act.ts';

type StaffCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'setUp'
  | 'signIn'
  | 'signOut'
  | 'lock'
  | 'stir'
  | 'changePassphrase'
  | 'approve'
  | 'withdrawApproval'
  | 'members'
  | 'addMember'
  | 'removeMember'
  | 'resetPassphrase'
  | 'letInAgain'
>;

/** Set-up, sign-in and acts about staff, for the session of this occupant. */
export function staffCalls(desk: Desk, occupant: Occupant): StaffCalls {
  const { staff } = desk;
  const { token } = occupant.session;

  const onDeviceKey = (deviceKey: Uint8Array): void => {
    // A slot that does not open stays as it is: its application is refused by name and expires like any other.
    desk.custody.unlock(deviceKey);
  };

  /** Whatever came of it, everybody is told, and the ledger gets what it is owed. */
  async function done(act: Promise<Result<unknown, Refusal>>): Promise<Answer<Record<string, never>>> {
    try {
      const outcome = await act;
      return outcome.ok ? ok({}) : outcome;
    } finally {
      settleOwed(desk);
      desk.broadcast();
    }
  }

  /**
   * The supervisor behind an act. An approval is used up before the act begins: two calls at once would both
   * have passed the registrar on it.
   */
  function supervisorBehind(act: ApprovableAct): MemberId {
    const { member } = actorOf(desk, occupant, act);
    staff.takeApproval(token, act);
    return member;
  }

  return {
    async setUp({ kioskName: typed, supervisor, clerk }) {
      // It stands on receipts and day sheets: the same characters as in a name, and no invisible ones.
      const kiosk = staffNameOf(typed);
      if (!kiosk.ok) return kiosk;
      const kioskName = kiosk.value;
      const signingKey = createSigningKey();
      try {
        const answer = await done(
          staff.setUp(
            { kioskName, supervisor, clerk },
            () => insertKiosk(desk, kioskName, signingKey),
            onDeviceKey,
          ),
        );
        if (answer.ok) makeRoomAhead(desk);
        return answer;
      } finally {
        signingKey.fill(0);
      }
    },
    signIn: ({ name, passphrase }) => done(staff.signIn(name, passphrase, onDeviceKey)),
    signOut() {
      staff.signOut();
      desk.broadcast();
      return ok({});
    },
    lock() {
      staff.lock();
      desk.broadcast();
      return ok({});
    },
    stir() {
      staff.stir();
      return ok({});
    },
    changePassphrase: ({ present, next }) => done(staff.changePassphrase(present, next)),
    approve: (input) => done(staff.approve(token, input)),
    withdrawApproval() {
      staff.withdrawApproval(token);
      desk.broadcast();
      return ok({});
    },
    members: () => ok({ members: [...staff.members()] }),
    addMember: (newcomer) => done(staff.addMember(supervisorBehind('addMember'), newcomer)),
    removeMember: ({ member }) => done(staff.removeMember(supervisorBehind('removeMember'), member)),
    resetPassphrase: ({ member, passphrase }) =>
      done(staff.resetPassphrase(supervisorBehind('resetPassphrase'), member, passphrase)),
    letInAgain: ({ member }) => done(staff.letInAgain(supervisorBehind('letInAgain'), member)),
  };
}

/**
 * So that the first person is not kept waiting for it. The kiosk is set up whatever becomes of this: where there is no
 * room, intake says so, and makes it.
 */
function makeRoomAhead(desk: Desk): void {
  if (desk.space.shortage() !== null) return;
  try {
    makeRoomForApplication(desk.vault.database);
  } catch (error) {
    if (asDiskRefusal(error) === null) throw error;
    desk.onBug('room for the first application', error);
  }
}

/** The kiosk's own row, inside the transaction that also writes its first two members. */
function insertKiosk(desk: Desk, name: string, signingKey: Uint8Array): void {
  const identifier = randomBytes(16).toString('hex');
  desk.vault.kiosk.insert({ identifier, name, signingKey, day: dayText(desk.clock.today()) });
  desk.owed.owe(policyEntry(desk));
}
