import { t } from '@lingui/core/macro';
import type { BreakReason } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why the first wrong entry does not hold. */
export function ledgerBreakInWords(reason: BreakReason): string {
  switch (reason) {
    case 'missing':
      return t`It’s missing, although later entries are there.`;
    case 'out-of-order':
      return t`An entry that doesn’t belong there comes before it.`;
    case 'changed':
      return t`It isn’t what was written there: it was changed, removed, or moved.`;
    case 'unreadable':
      return t`It isn’t a valid ledger entry.`;
    case 'unsigned':
      return t`It was added without this kiosk’s key, or its signature was removed.`;
    case 'bad-signature':
      return t`Its signature isn’t this kiosk’s over the ledger as it is now.`;
    case 'truncated':
      return t`It was there once: a signature shows it. The end of the ledger was cut off.`;
    case 'wrong-key':
      return t`The ledger doesn’t belong to this kiosk’s key.`;
    case 'rebuilt':
      return t`This isn’t the ledger that the checkpoint was taken from.`;
    default:
      return unreachable(reason);
  }
}
