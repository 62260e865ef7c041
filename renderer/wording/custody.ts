import { t } from '@lingui/core/macro';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import { unreachable } from '../../shared/result.ts';

/** Where the keys of open applications are kept, in a few words. */
export function custodyInWords(custody: CustodyKind): string {
  switch (custody) {
    case 'memory':
      return t`In memory only`;
    case 'sealed':
      return t`Sealed on this disk`;
    default:
      return unreachable(custody);
  }
}

/** For whom it is, and what it does when the power goes. */
export function custodyAdvice(custody: CustodyKind): string {
  switch (custody) {
    case 'memory':
      return t`For a counter with an uninterruptible power supply. Losing power erases every open application, by design; those people start over. No key is on any disk.`;
    case 'sealed':
      return t`For computers on battery. A power cut loses nothing: open applications continue after someone signs in. We make no claim against someone who takes the disk apart and knows every passphrase; each receipt says so.`;
    default:
      return unreachable(custody);
  }
}
