import { t } from '@lingui/core/macro';
import type { LegalHold } from '../../shared/contract/status.ts';
import type { HoldReason } from '../../shared/ledger/reasons.ts';
import { unreachable } from '../../shared/result.ts';

/** Why a legal hold was set. */
export function holdReasonInWords(reason: HoldReason): string {
  switch (reason) {
    case 'subpoena':
      return t`Subpoena`;
    case 'court-order':
      return t`Court order`;
    case 'records-request':
      return t`Records request`;
    case 'counsel-advice':
      return t`Advice of counsel`;
    default:
      return unreachable(reason);
  }
}

/** What a legal hold keeps. */
export function holdScopeInWords(scope: LegalHold['scope']): string {
  switch (scope) {
    case 'all':
      return t`Everything, including new applications`;
    case 'tickets':
      return t`Chosen tickets`;
    default:
      return unreachable(scope);
  }
}
