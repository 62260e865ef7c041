import { t } from '@lingui/core/macro';
import type { StaffRole } from '../../shared/contract/status.ts';
import { unreachable } from '../../shared/result.ts';

/** What somebody who works here is. */
export function roleInWords(role: StaffRole): string {
  switch (role) {
    case 'clerk':
      return t`Clerk`;
    case 'supervisor':
      return t`Supervisor`;
    case 'it':
      return t`IT staff`;
    default:
      return unreachable(role);
  }
}

/** What somebody of this role may do here. */
export function roleMayInWords(role: StaffRole): string {
  switch (role) {
    case 'clerk':
      return t`Takes applications and hands over cards.`;
    case 'supervisor':
      return t`Everything a clerk does, plus staff, the printer, legal holds, and the ledger.`;
    case 'it':
      return t`Sets up the printer, verifies and exports the ledger. Sees no application.`;
    default:
      return unreachable(role);
  }
}
