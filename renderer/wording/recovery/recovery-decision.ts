import { t } from '@lingui/core/macro';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { RecoveryDecision } from '../../../shared/contract/status.ts';
import { unreachable } from '../../../shared/result.ts';
import { dateInWords } from '../dates.ts';

/** What was decided about recovery codes. `day`: on which, null while nothing is. */
export function recoveryInWords(kind: RecoveryDecision['kind'], day: CalendarDate | null): string {
  const since = day === null ? '' : dateInWords(day);
  switch (kind) {
    case 'undecided':
      return t`Not decided yet.`;
    case 'codes':
      return t`Two recovery codes, made on ${since}.`;
    case 'none':
      return t`No recovery codes, decided on ${since}. If the last passphrase is lost, the kiosk must be set up from scratch.`;
    case 'used':
      return t`Both recovery codes were used on ${since}. There are none now.`;
    default:
      return unreachable(kind);
  }
}
