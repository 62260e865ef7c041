import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import { err, ok } from '../../../shared/result.ts';
import { type Occupant, openIn } from '../applications/occupants.ts';
import { signedInActor } from './actor.ts';
import type { HeldAsItWas } from './approvals.ts';
import type { Staff } from './staff.ts';
import { staffActs, unlockWith } from './staff-acts.ts';

type StaffCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'signIn'
  | 'signOut'
  | 'lock'
  | 'setTextSize'
  | 'reportActivity'
  | 'changePassphrase'
  | 'approve'
  | 'withdrawApproval'
  | 'members'
  | 'addMember'
  | 'removeMember'
  | 'resetPassphrase'
  | 'confirmSupervisor'
  | 'letInAgain'
>;

/** What sign-in and acts about staff need of the kiosk. */
export interface StaffPort {
  readonly staff: Staff;
  readonly keysAtSignIn: { unlock(deviceKey: Uint8Array): void };
  readonly outbox: { flush(): void };
  readonly screens: { refresh(): void };
  /** What an approval is of besides what was read on the screen. */
  readonly approvedOf: {
    /** The application that has this ticket, where a legal hold froze it. */
    heldNow(ticket: Ticket): HeldAsItWas | null;
    /** Whose erasure would be closed. */
    wipeToClose(): ApplicationId | null;
  };
  /** Of a resident who has the screen. True: the screens are to be told. */
  readonly residentScreen: { touched(): boolean };
  readonly startScreen: { offered(): Ticket | null };
  /** Nobody is before the screen any more: what only they may see ends. */
  unattended(): void;
}

/** Sign-in and acts about staff, for the session of this occupant. */
export function staffCalls(port: StaffPort, occupant: Occupant): StaffCalls {
  const { staff, screens } = port;
  const done = staffActs(port);
  const { token } = occupant.session;

  /** Where somebody's application is open, or about to be, staff have it with the screen: only who works with applications may. */
  const admits = (role: StaffRole): boolean =>
    role !== 'it' || (openIn(occupant) === null && port.startScreen.offered() === null);

  return {
    signIn: ({ name, passphrase }) =>
      done(staff.signIn(name, passphrase, unlockWith(port.keysAtSignIn), admits)),
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
        return done(staff.approve(token, { ...input, about: port.approvedOf.heldNow(input.ticket) }));
      if (input.act === 'closeWipe')
        return done(staff.approve(token, { ...input, about: port.approvedOf.wipeToClose() }));
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
    addMember: (newcomer) => done(staff.addMember(signedInActor(port).member, newcomer)),
    removeMember: ({ member }) => done(staff.removeMember(signedInActor(port).member, member)),
    resetPassphrase: ({ member, passphrase }) =>
      done(staff.resetPassphrase(signedInActor(port).member, member, passphrase)),
    confirmSupervisor: ({ member, ...by }) => done(staff.confirm(member, by)),
    letInAgain: ({ member }) => done(staff.letInAgain(signedInActor(port).member, member)),
  };
}
