import { t } from '@lingui/core/macro';
import type { BreakReason } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why the first wrong entry does not hold. */
export function ledgerBreakInWords(reason: BreakReason): string {
  switch (reason) {
    case 'missing':
      return t({
        message: 'It’s missing, although later entries are there.',
        comment: 'Why the ledger failed verification. “It” is the first bad entry of the ledger.',
      });
    case 'out-of-order':
      return t({
        message: 'An entry that doesn’t belong there comes before it.',
        comment: 'Why the ledger failed verification. “It” is the first bad entry of the ledger.',
      });
    case 'changed':
      return t({
        message: 'It isn’t what was written there: it was changed, removed, or moved.',
        comment: 'Why the ledger failed verification. “It” is the first bad entry of the ledger.',
      });
    case 'unreadable':
      return t({
        message: 'It isn’t a valid ledger entry.',
        comment: 'Why the ledger failed verification. “It” is the first bad entry of the ledger.',
      });
    case 'unsigned':
      return t({
        message: 'It was added without this kiosk’s key, or its signature was removed.',
        comment: 'Why the ledger failed verification. “It” is the first bad entry of the ledger.',
      });
    case 'bad-signature':
      return t({
        message: 'Its signature doesn’t match this kiosk’s key and the ledger as it is now.',
        comment: 'Why the ledger failed verification. “Its” is the first bad entry’s.',
      });
    case 'truncated':
      return t({
        message: 'It was there once: a signature shows it. The end of the ledger was cut off.',
        comment: 'Why the ledger failed verification. “It” is the first bad entry of the ledger.',
      });
    case 'wrong-key':
      return t`This ledger was signed with another key, not this kiosk’s.`;
    case 'rebuilt':
      return t({
        message: 'This isn’t the ledger that the checkpoint was taken from.',
        comment:
          'Why the ledger failed verification. A checkpoint is the signed state of a ledger at one moment.',
      });
    default:
      return unreachable(reason);
  }
}
