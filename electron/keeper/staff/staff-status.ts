import type { CallerState } from '../../../shared/contract/authorize-calls.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { type Occupant, openIn } from '../applications/occupants.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { Approval } from './approvals.ts';
import type { Staff } from './staff.ts';

type StaffStatus = Pick<
  KioskStatus,
  'staff' | 'screenLocked' | 'approval' | 'staffNames' | 'approverNames' | 'unconfirmed' | 'textSize'
>;

/** Who is signed in, and what is approved in this session. Names of staff, never of applicants. */
export function staffStatus(staff: Staff, { session }: Occupant): StaffStatus {
  const signedIn = staff.signedIn();
  const approval = staff.approvalFor(session.token);
  return {
    staff:
      signedIn === null
        ? null
        : { name: signedIn.name, role: signedIn.role, mustChange: signedIn.mustChange },
    screenLocked: staff.screenLocked(),
    approval: approval === null ? null : { act: approval.act, by: approval.name },
    staffNames: [...staff.names()],
    approverNames: [...staff.approverNames()],
    unconfirmed: staff.isUnconfirmed(),
    textSize: staff.textSize(),
  };
}

/** Who may be before the screen. */
export interface CallerPort {
  readonly staff: Staff;
  readonly kiosk: { read(): KioskIdentity | null };
  readonly residentScreen: { hasLapsed(): boolean };
}

/** What must be known of the core that calls before its call is let pass. `approval`: the one that was taken for this call. */
export function callerOf(port: CallerPort, occupant: Occupant, approval: Approval | null): CallerState {
  const { staff, kiosk, residentScreen } = port;
  return {
    role: residentScreen.hasLapsed() ? 'handed-back' : staff.callerRole(),
    approved: approval?.act ?? null,
    setUp: kiosk.read() !== null,
    applicationOpen: openIn(occupant) !== null,
  };
}
