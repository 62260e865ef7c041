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
      return t`A supervisor must decide first where this kiosk keeps its keys.`;
    case 'cannot-seal':
      return sealRefusalInWords(refusal.reason);
    case 'custody-locked':
      return t`This application is sealed since the kiosk was restarted. Sign out and in again: the passphrase opens it.`;
    case 'key-damaged':
      return t`The key of this application does not open any more: nobody can read it. It is erased when its time is up. Tell your IT staff: the disk may be failing.`;
    default:
      return unreachable(refusal);
  }
}
