import { t } from '@lingui/core/macro';
import type { DrawerDifference } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why blanks or the drawer were not as expected: for a choice and for the ledger. */
export function differenceReasonInWords(reason: Exclude<DrawerDifference, 'none'>): string {
  switch (reason) {
    case 'miscounted':
      return t({ message: 'Miscounted earlier', comment: 'Why the count of blank cards or cash was off.' });
    case 'damaged':
      return t({
        message: 'Damaged and thrown away',
        comment: 'Why the count of blank cards or cash was off.',
      });
    case 'missing':
      return t({ message: 'Missing', comment: 'Why the count of blank cards or cash was off.' });
    case 'paid-another-day':
      return t({
        message: 'A fee paid on another day than its handoff',
        comment:
          'Why the cash in the drawer was off, on either day: the fee was paid before the day on which the card was given to the applicant.',
      });
    case 'not-known':
      return t({ message: 'Not known', comment: 'Why the count of blank cards or cash was off.' });
    default:
      return unreachable(reason);
  }
}
