import type { CallerState } from '../../../shared/contract/authorize-calls.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { type Occupant, openIn } from '../applications/occupants.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { Approval } from './approvals.ts';
import type { Staff } from './staff.ts';

type StaffStatus = Pick<
  KioskStatus,
  'staff' | 'screenLocked' | 'approval' | 'staffNames' | 'approverNames' | 'textSize'
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
    textSize: staff.textSize(),
  };
}

/** What must be known of the core that calls before its call is let pass. `approval`: the one that was taken for this call. */
export function callerOf(
  { staff, kiosk }: { readonly staff: Staff; readonly kiosk: { read(): KioskIdentity | null } },
  occupant: Occupant,
  approval: Approval | null,
): CallerState {
  return {
    role: staff.callerRole(),
    approved: approval?.act ?? null,
    setUp: kiosk.read() !== null,
    applicationOpen: openIn(occupant) !== null,
  };
}
