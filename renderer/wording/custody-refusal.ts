import { t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';
import { sealRefusalInWords } from './seal-refusal.ts';

type CustodyRefusal = Extract<
  Refusal,
  { kind: 'custody-undecided' | 'cannot-seal' | 'custody-locked' | 'key-damaged' }
>;

/** Why an application’s key is not kept, or does not open. */
export function custodyRefusalInWords(refusal: CustodyRefusal): string {
  switch (refusal.kind) {
    case 'custody-undecided':
      return t`A supervisor must sign in and decide where encryption keys are kept.`;
    case 'cannot-seal':
      return sealRefusalInWords(refusal.reason);
    case 'custody-locked':
      return t`This application has been locked since the kiosk restarted. Sign out, then sign in again to open it.`;
    case 'key-damaged':
      return t({
        message:
          'This application’s key is damaged, so nobody can read the application. Unless it’s on legal hold, it’s erased when its time is up. Tell your IT staff: the disk may be failing.',
        comment: 'Error. The key is an encryption key; a legal hold is an order by counsel to erase nothing.',
      });
    default:
      return unreachable(refusal);
  }
}
