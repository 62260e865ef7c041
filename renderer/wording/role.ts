import { t } from '@lingui/core/macro';
import type { StaffRole } from '../../shared/contract/status.ts';
import { unreachable } from '../../shared/result.ts';

/** What somebody who works here is. */
export function roleInWords(role: StaffRole): string {
  switch (role) {
    case 'clerk':
      return t({
        message: 'Clerk',
        comment: 'One of the three roles of staff: who serves applicants at the counter.',
      });
    case 'supervisor':
      return t({
        message: 'Supervisor',
        comment: 'One of the three roles of staff, as a word for a person.',
      });
    case 'it':
      return t({
        message: 'IT staff',
        comment:
          'One of the three roles of staff: who looks after computer and printers. Also the heading of their screen.',
      });
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
      return t({
        message: 'Everything a clerk does, plus staff, the printer, legal holds, and the ledger.',
        comment:
          'What a supervisor may do, where a role is chosen. A legal hold is an order to erase nothing; the ledger records staff actions.',
      });
    case 'it':
      return t`Sets up printers, carries out orders from a USB drive, and verifies and exports the ledger. Can’t see applications.`;
    default:
      return unreachable(role);
  }
}
