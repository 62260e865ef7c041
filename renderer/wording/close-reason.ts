import { t } from '@lingui/core/macro';
import type { WipeCloseReason } from '../../shared/ledger/reasons.ts';
import { unreachable } from '../../shared/result.ts';

/** Why a wipe that could not be proven is closed. */
export function closeReasonInWords(reason: WipeCloseReason): string {
  switch (reason) {
    case 'found-and-removed':
      return t`Something from the application was found, and someone removed it`;
    case 'found-to-be-nothing':
      return t`Someone checked: what was found isn’t from the application`;
    case 'disk-replaced':
      return t`The disk was taken out of use and replaced`;
    case 'printer-destroyed':
      return t`The printer, or its memory, was destroyed`;
    case 'kiosk-withdrawn':
      return t`The kiosk was taken out of service`;
    default:
      return unreachable(reason);
  }
}
