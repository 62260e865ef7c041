import type { RequiredRole } from '../../../shared/contract/declare.ts';
import { screenCalls } from '../../../shared/contract/screen.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import type { SupervisedAct } from '../../../shared/contract/supervision.ts';
import { unreachable } from '../../../shared/result.ts';

/** Whether somebody of this role does an act alone, with a supervisor beside them, or not at all. */
export type SecondPerson = 'not-needed' | 'needed' | 'not-enough';

function secondPersonFor(required: RequiredRole, role: StaffRole): SecondPerson {
  switch (required) {
    case 'anyone':
    case 'staff':
      return 'not-needed';
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

/** Follows the declaration of the act, as `authorizeCalls` does, so that nobody is asked in vain. */
export function secondPerson(act: SupervisedAct, role: StaffRole): SecondPerson {
  return secondPersonFor(screenCalls[act].role, role);
}
