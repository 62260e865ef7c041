import { t } from '@lingui/core/macro';
import type { StatementObstacle } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why there is no custody statement, and what to do. */
export function statementRefusalInWords(why: StatementObstacle): string {
  switch (why) {
    case 'in-practice':
      return t`This kiosk is set to practice. End practice first.`;
    case 'under-way':
      return t({
        message: 'This kiosk is already making a custody statement. Wait until it’s done.',
        comment: 'Error. A custody statement is a signed list of what this kiosk holds.',
      });
    case 'erasing':
      return t({
        message: 'An application is being erased. Wait until that’s done, then make the statement.',
        comment: 'Error: no custody statement, a signed list of what this kiosk holds, was made.',
      });
    case 'ended-meanwhile':
      return t({
        message:
          'An application ended while the kiosk searched. No statement was made. Make the statement again.',
        comment: 'Error about a custody statement, a signed list of what this kiosk holds.',
      });
    case 'stopped':
      return t({
        message: 'The kiosk is closing. No statement was made.',
        comment: 'Error about a custody statement, a signed list of what this kiosk holds.',
      });
    default:
      return unreachable(why);
  }
}
