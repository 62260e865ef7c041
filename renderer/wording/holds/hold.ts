import { t } from '@lingui/core/macro';
import type { LegalHold } from '../../../shared/contract/status.ts';
import type { HoldReason } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why a legal hold was set. */
export function holdReasonInWords(reason: HoldReason): string {
  switch (reason) {
    case 'subpoena':
      return t({ message: 'Subpoena', comment: 'Reason for a legal hold: a court demands documents.' });
    case 'court-order':
      return t({ message: 'Court order', comment: 'Reason for a legal hold.' });
    case 'records-request':
      return t({
        message: 'Records request',
        comment: 'Reason for a legal hold: someone asked for records under a public records law.',
      });
    case 'counsel-advice':
      return t({
        message: 'Advice of counsel',
        comment: 'Reason for a legal hold: a lawyer of the city advised it.',
      });
    default:
      return unreachable(reason);
  }
}

/** What a legal hold keeps. */
export function holdScopeInWords(scope: LegalHold['scope']): string {
  switch (scope) {
    case 'all':
      return t({ message: 'Everything, including new applications', comment: 'What a legal hold covers.' });
    case 'tickets':
      return t({
        message: 'Chosen tickets',
        comment:
          'What a legal hold covers: only some open applications. A ticket is the day’s number of an application.',
      });
    default:
      return unreachable(scope);
  }
}
