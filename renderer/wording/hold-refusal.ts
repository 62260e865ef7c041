import { t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';

type HoldRefusal = Extract<Refusal, { kind: 'held' | 'intake-held' | 'no-such-hold' }>;

/** What a legal hold does not let happen. */
export function holdRefusalInWords(refusal: HoldRefusal): string {
  switch (refusal.kind) {
    case 'held':
      return t`A legal hold keeps this application as it is. You can’t change, finish, or erase it. Call your supervisor.`;
    case 'intake-held':
      return t`A legal hold has paused new applications. Call your supervisor.`;
    case 'no-such-hold':
      return t`This legal hold is no longer in force.`;
    default:
      return unreachable(refusal);
  }
}
