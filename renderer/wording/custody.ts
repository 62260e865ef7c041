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
      return t`For a desk with an uninterruptible supply. Pulling the plug forgets every open application, by design; those people begin again. No key is on any disk.`;
    case 'sealed':
      return t`For work on batteries. A power cut loses nothing: open applications go on after somebody signs in. We make no claim against somebody who takes the disk apart and knows every passphrase; each receipt says so.`;
    default:
      return unreachable(custody);
  }
}
