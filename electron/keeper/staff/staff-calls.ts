import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { Ticket } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { staffNameOf } from '../../../shared/staff/staff-name.ts';
import { type Occupant, openIn } from '../applications/occupants.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createSigningKey } from '../receipt/receipt.ts';
import { type ApprovableHandlers, actorOf } from './actor.ts';
import type { HeldAsItWas } from './approvals.ts';
import type { Staff } from './staff.ts';

type StaffCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'setUp'
  | 'signIn'
  | 'signOut'
  | 'lock'
  | 'setTextSize'
  | 'reportActivity'
  | 'changePassphrase'
  | 'approve'
  | 'withdrawApproval'
  | 'members'
> &
  Pick<ApprovableHandlers, 'addMember' | 'removeMember' | 'resetPassphrase' | 'letInAgain'>;

/** What set-up, sign-in and acts about staff need of the kiosk. */
export interface StaffPort {
  readonly staff: Staff;
  readonly custody: { unlock(deviceKey: Uint8Array): unknown };
  readonly outbox: Outbox;
  readonly screens: { refresh(): void };
  /** Makes the kiosk, and what it needs first. */
  readonly kioskCreation: KioskCreation;
  /** The application that has this ticket, where a legal hold froze it. */
  heldNow(ticket: Ticket): HeldAsItWas | null;
  /** Of a resident who has the screen. True: the screens are to be told. */
  readonly residentScreen: { touched(): boolean };
  readonly startScreen: { offered(): Ticket | null };
  /** Nobody is before the screen any more: what only they may see ends. */
  unattended(): void;
}

/** Makes the kiosk's own row, and room for the first application. */
export interface KioskCreation {
  /** Inside the transaction that also writes its first two members. */
  insertKiosk(name: string, signingKey: Uint8Array): void;
  /**
   * So that the first person is not kept waiting for it. The kiosk is set up whatever becomes of this: where there is
   * no room, intake says so, and makes it.
   */
  makeRoomAhead(): void;
}

/** Set-up, sign-in and acts about staff, for the session of this occupant. */
export function staffCalls(port: StaffPort, occupant: Occupant): StaffCalls {
  const { staff, custody, outbox, screens, kioskCreation } = port;
  const { token } = occupant.session;

  const onDeviceKey = (deviceKey: Uint8Array): void => {
    // A slot that does not open stays as it is: its application is refused by name and expires like any other.
    custody.unlock(deviceKey);
  };

  /** Where somebody's application is open, or about to be, staff have it with the screen: only who works with applications may. */
  const admits = (role: StaffRole): boolean =>
    role !== 'it' || (openIn(occupant) === null && port.startScreen.offered() === null);

  /** Whatever came of it, everybody is told, and the ledger gets what is pending. */
  async function done(act: Promise<Result<unknown, Refusal>>): Promise<Answer<Record<string, never>>> {
    try {
      const outcome = await act;
      return outcome.ok ? ok({}) : outcome;
    } finally {
      outbox.flush();
      screens.refresh();
    }
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
            () => kioskCreation.insertKiosk(kioskName, signingKey),
            onDeviceKey,
          ),
        );
        if (answer.ok) kioskCreation.makeRoomAhead();
        return answer;
      } finally {
        signingKey.fill(0);
      }
    },
    signIn: ({ name, passphrase }) => done(staff.signIn(name, passphrase, onDeviceKey, admits)),
    signOut() {
      staff.signOut();
      port.unattended();
      screens.refresh();
      return ok({});
    },
    lock() {
      staff.lock();
      port.unattended();
      screens.refresh();
      return ok({});
    },
    setTextSize({ textSize }) {
      staff.setTextSize(textSize);
      screens.refresh();
      return ok({});
    },
    reportActivity() {
      staff.reportActivity();
      if (port.residentScreen.touched()) screens.refresh();
      return ok({});
    },
    changePassphrase: ({ present, next }) => done(staff.changePassphrase(present, next)),
    approve(input) {
      // The second person read a number: what it stands for is found here, not by the page.
      if (input.act === 'produceRecord')
        return done(staff.approve(token, { ...input, about: port.heldNow(input.ticket) }));
      if (input.act !== 'deny') return done(staff.approve(token, input));
      // A refusal is somebody's: whoever approves it looks at this application, and at no other.
      const application = openIn(occupant);
      if (application === null) return err({ kind: 'not-now' });
      return done(staff.approve(token, { ...input, about: { application, changes: occupant.changes } }));
    },
    withdrawApproval() {
      staff.withdrawApproval(token);
      screens.refresh();
      return ok({});
    },
    members: () => ok({ members: [...staff.members()] }),
    addMember: (newcomer, approval) => done(staff.addMember(actorOf(port, approval).member, newcomer)),
    removeMember: ({ member }, approval) => done(staff.removeMember(actorOf(port, approval).member, member)),
    resetPassphrase: ({ member, passphrase }, approval) =>
      done(staff.resetPassphrase(actorOf(port, approval).member, member, passphrase)),
    letInAgain: ({ member }, approval) => done(staff.letInAgain(actorOf(port, approval).member, member)),
  };
}
