import { t } from '@lingui/core/macro';
import type { SettledFee } from '../../../shared/application/route.ts';
import { unreachable } from '../../../shared/result.ts';

/** What became of a fee, in a word. */
export function settledInWords(settled: SettledFee['settled']): string {
  switch (settled) {
    case 'paid':
      return t({ message: 'Paid', comment: 'Status of a fee, beside its amount and on its receipt.' });
    case 'waived':
      return t({
        message: 'Waived',
        comment: 'Status of a fee, beside its amount and on its receipt: the applicant need not pay.',
      });
    default:
      return unreachable(settled);
  }
}
