import { t } from '@lingui/core/macro';
import type { SearchReason } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why two people searched for somebody: for a choice and for the ledger. */
export function searchReasonInWords(reason: SearchReason): string {
  switch (reason) {
    case 'subpoena':
      return t`Subpoena`;
    case 'court-order':
      return t`Court order`;
    case 'records-request':
      return t`Records request`;
    case 'own-request':
      return t({
        message: 'Request by the person named',
        comment: 'Why the kiosk was searched for somebody: they wanted to know themselves.',
      });
    default:
      return unreachable(reason);
  }
}
