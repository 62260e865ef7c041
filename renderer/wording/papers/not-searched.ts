import { t } from '@lingui/core/macro';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { unreachable } from '../../../shared/result.ts';

/**
 * Why the kiosk wasn’t searched for somebody's details, as far as receipt and ledger tell. Only a session that has an
 * application open knows what to search for. A clerk ends one in its session, so that session was lost. What ends by itself
 * or with everything that is open may have been set aside: nobody had it open.
 */
export function notSearchedInWords(outcome: Receipt['erased']['outcome']): string {
  switch (outcome) {
    case 'issued':
    case 'denied':
    case 'withdrawn':
      return t`The kiosk wasn’t searched: the details were lost before the search could start.`;
    case 'expired':
    case 'called-off':
      return t({
        message:
          'The kiosk wasn’t searched: an application that was set aside, or whose session was lost, is erased without a search.',
        comment:
          'Receipt on the screen and ledger entry. Set aside: left open while someone else was served. The search looks for the applicant’s details.',
      });
    default:
      return unreachable(outcome);
  }
}
