import { t } from '@lingui/core/macro';
import type { DifferenceReason } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why blanks or the drawer were not as expected: for a choice and for the ledger. */
export function differenceReasonInWords(reason: Exclude<DifferenceReason, 'none'>): string {
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
    case 'not-known':
      return t({ message: 'Not known', comment: 'Why the count of blank cards or cash was off.' });
    default:
      return unreachable(reason);
  }
}
