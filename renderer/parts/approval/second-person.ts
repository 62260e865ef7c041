import type { RequiredRole } from '../../../shared/contract/declare.ts';
import { screenCalls } from '../../../shared/contract/screen.ts';
import type { SupervisedAct } from '../../../shared/contract/staff/approved-act.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { unreachable } from '../../../shared/result.ts';

/** Whether somebody of this role does an act alone, with a supervisor beside them, or not at all. */
export type SecondPerson = 'not-needed' | 'needed' | 'not-enough';

function secondPersonFor(required: RequiredRole, role: StaffRole): SecondPerson {
  switch (required) {
    case 'anyone':
    case 'staff-or-nobody':
    case 'resident-or-staff':
    case 'staff':
      return 'not-needed';
    case 'resident-or-clerk':
    case 'clerk-or-supervisor':
      return role === 'it' ? 'not-enough' : 'not-needed';
    case 'supervisor':
      return role === 'supervisor' ? 'not-needed' : 'needed';
    case 'supervisor-or-it':
      return role === 'clerk' ? 'needed' : 'not-needed';
    case 'two-supervisors':
      return role === 'supervisor' ? 'needed' : 'not-enough';
    default:
      return unreachable(required);
  }
}

/** Acts that take two supervisors though their declaration asks for one: for some the policy says so. */
function requiredFor(act: SupervisedAct, { suspension }: AskedByPolicy): RequiredRole {
  // A supervisor goes live alone, and decides alone that there are no codes to begin with: the screens ask for another one only where
  // checks of the computer failed, or where codes are in force.
  if (act === 'decideCustody' || act === 'declineRecoveryCodes') return 'two-supervisors';
  const isSuspension = act === 'suspendIntake' || act === 'endSuspension';
  return isSuspension && suspension?.secondPerson === true ? 'two-supervisors' : screenCalls[act].role;
}

type AskedByPolicy = Pick<CompletePolicy, 'suspension'>;

/** Follows the declaration of the act, as `authorizeCalls` does, and the policy, so that nobody is asked in vain. */
export function secondPerson(act: SupervisedAct, role: StaffRole, policy: AskedByPolicy): SecondPerson {
  return secondPersonFor(requiredFor(act, policy), role);
}
