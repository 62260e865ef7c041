import { t } from '@lingui/core/macro';
import type { LedgerVerdict } from '../../../shared/contract/supervision.ts';
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
        message:
          'It was there once: a signature or the day sheet shows it. The end of the ledger was cut off.',
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

/** Why nothing was compared with what was typed or scanned. */
export function noCheckpointInWords(why: Extract<LedgerVerdict, { kind: 'no-checkpoint' }>['why']): string {
  switch (why) {
    case 'no-code':
      return t({
        message:
          'That isn’t a checkpoint. Scan the code of a day sheet, or type the eight groups beside “Checkpoint”.',
        comment: 'About a code on the page with a day’s counts. The groups are of four characters each.',
      });
    case 'mistyped':
      return t({
        message: 'At least one character is wrong. Compare each group with the day sheet.',
        comment: 'About a code that somebody typed from the page with a day’s counts.',
      });
    case 'key-fingerprint':
      return t({
        message: 'That is the key fingerprint. Type the eight groups beside “Checkpoint”.',
        comment:
          'About what somebody typed from the page with a day’s counts: the wrong one of two rows of groups. Both names are as on the page.',
      });
    case 'bad-signature':
      return t({
        message:
          'The code’s signature doesn’t match. It was read wrong, or someone changed it. Scan it again.',
        comment: 'About a code on the page with a day’s counts.',
      });
    case 'other-kiosk':
      return t({
        message: 'That day sheet is from another kiosk. Check it there.',
        comment: 'About a code on the page with a day’s counts.',
      });
    default:
      return unreachable(why);
  }
}
