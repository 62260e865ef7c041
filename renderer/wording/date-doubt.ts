import { t } from '@lingui/core/macro';
import type { DateDoubt } from '../../shared/ledger/reasons.ts';
import { unreachable } from '../../shared/result.ts';

/** Why the kiosk does not believe the computer's date. */
export function doubtInWords(doubt: DateDoubt): string {
  switch (doubt) {
    case 'behind':
      return t`This kiosk was already used on a later date. The clock may have been set back, or its battery may be dead.`;
    case 'ahead':
      return t`This kiosk was last used long before this date. It may have been off, or the clock may have been set forward.`;
    default:
      return unreachable(doubt);
  }
}
