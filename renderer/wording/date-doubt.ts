import { t } from '@lingui/core/macro';
import type { DateDoubt } from '../../shared/ledger/reasons.ts';
import { unreachable } from '../../shared/result.ts';

/** Why the kiosk does not believe the computer's date. */
export function doubtInWords(doubt: DateDoubt): string {
  switch (doubt) {
    case 'behind':
      return t`The kiosk has already worked on a later date. The clock was set back, or its battery is empty.`;
    case 'ahead':
      return t`The kiosk last worked long before this date. It was off for a long time, or the clock was set forward.`;
    default:
      return unreachable(doubt);
  }
}
