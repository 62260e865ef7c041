import { t } from '@lingui/core/macro';
import type { KioskStatus } from '../../../shared/contract/status.ts';

/** What is left where fewer than two supervisors count, and nobody can confirm another one. */
export function wayOutInWords({ recovery, holds }: Pick<KioskStatus, 'recovery' | 'holds'>): string {
  if (holds.length > 0)
    return t({
      message:
        'A legal hold is in force, so recovery codes don’t work. Call counsel before you change anything.',
      comment:
        'What is left where nobody can confirm a second supervisor. Counsel is the city’s lawyer; recovery codes are on paper.',
    });
  return recovery.kind === 'codes'
    ? t({
        message:
          'The way out is the recovery codes: two people use them together. That removes all staff, and no application may be open.',
        comment: 'What is left where nobody can confirm a second supervisor. Recovery codes are on paper.',
      })
    : t({
        message:
          'There are no recovery codes. Without a second confirmed supervisor, this kiosk must be set up from scratch.',
        comment: 'What is left where nobody can confirm a second supervisor. Recovery codes are on paper.',
      });
}
