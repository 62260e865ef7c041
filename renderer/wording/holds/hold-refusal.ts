import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

type HoldRefusal = Extract<Refusal, { kind: 'held' | 'intake-held' | 'no-such-hold' | 'hold-not-entered' }>;

/** What a legal hold does not let happen. */
export function holdRefusalInWords(refusal: HoldRefusal): string {
  switch (refusal.kind) {
    case 'held':
      return t({
        message:
          'A legal hold keeps this application as it is. You can’t change, finish, or erase it. Call your supervisor.',
        comment: 'Error. A legal hold is an order by counsel to erase nothing.',
      });
    case 'intake-held':
      return t({
        message: 'A legal hold has stopped new applications. Call your supervisor.',
        comment: 'Error. A legal hold is an order by counsel to erase nothing.',
      });
    case 'no-such-hold':
      return t({
        message: 'This legal hold has already been lifted. This page shows what is in force now.',
        comment: 'Error: someone else has ended this order to erase nothing meanwhile.',
      });
    case 'hold-not-entered':
      return t({
        message:
          'The legal hold is in force, but it isn’t in the ledger yet. Try again to record it. If that fails, call your IT staff.',
        comment: 'Error after setting a legal hold: the disk took only a part of it.',
      });
    default:
      return unreachable(refusal);
  }
}
