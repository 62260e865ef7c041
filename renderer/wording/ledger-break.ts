import { t } from '@lingui/core/macro';
import type { BreakReason } from '../../shared/ledger/reasons.ts';
import { unreachable } from '../../shared/result.ts';

/** Why the first wrong entry does not hold. */
export function ledgerBreakInWords(reason: BreakReason): string {
  switch (reason) {
    case 'missing':
      return t`It is missing, though later ones are there.`;
    case 'out-of-order':
      return t`Before it stands one that does not belong there.`;
    case 'changed':
      return t`It is not what was written there: it was altered, dropped, or changed places.`;
    case 'unreadable':
      return t`It is none that a ledger can hold.`;
    case 'unsigned':
      return t`It was added without this kiosk’s key, or its signature was taken away.`;
    case 'bad-signature':
      return t`The signature at it is not this kiosk’s over the ledger as it stands.`;
    case 'truncated':
      return t`It was there once: a signature speaks for it. The end of the ledger was cut off.`;
    case 'wrong-key':
      return t`The ledger does not belong to this kiosk’s key.`;
    case 'rebuilt':
      return t`The ledger is another one than the one that a checkpoint was taken from.`;
    default:
      return unreachable(reason);
  }
}
