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
      return t({
        message: 'Not decided yet.',
        comment: 'State of the recovery codes: nobody has decided whether there are any.',
      });
    case 'codes':
      return t({
        message: `Two recovery codes, made on ${since}.`,
        comment:
          'State of the recovery codes: two codes on paper for a lost passphrase. {since} is a date and time.',
      });
    case 'none':
      return t({
        message: `No recovery codes, decided on ${since}. If one of only two supervisors loses the passphrase or leaves, the kiosk must be set up from scratch.`,
        comment:
          'State of the recovery codes: two codes on paper for a lost passphrase. {since} is a date and time.',
      });
    case 'used':
      return t({
        message: `Both recovery codes were used on ${since}. There are none now.`,
        comment:
          'State of the recovery codes: two codes on paper for a lost passphrase. {since} is a date and time.',
      });
    default:
      return unreachable(kind);
  }
}
