import { t } from '@lingui/core/macro';
import type { Verdict } from '../../../shared/doctor/finding.ts';
import { unreachable } from '../../../shared/result.ts';

/** What a check of this computer came to, in a word or two. */
export function verdictInWords(verdict: Verdict): string {
  switch (verdict) {
    case 'pass':
      return t({ message: 'In order', comment: 'Result of a check of this computer, in a table.' });
    case 'not-run':
      return t({
        message: 'Not known',
        context: 'check of this computer',
        comment: 'Result of a check of this computer, in a table: it can’t be found out here.',
      });
    case 'warn':
      return t({
        message: 'Warning',
        comment: 'Result of a check of this computer, in a table: it works, but could be safer.',
      });
    case 'fail':
      return t({
        message: 'Failed',
        comment: 'Result of a check of this computer, in a table: something has to be put right.',
      });
    default:
      return unreachable(verdict);
  }
}
