import { t } from '@lingui/core/macro';
import type { WipeCloseReason } from '../../shared/ledger/reasons.ts';
import { unreachable } from '../../shared/result.ts';

/** Why a wipe that could not be proven is closed. */
export function closeReasonInWords(reason: WipeCloseReason): string {
  switch (reason) {
    case 'found-and-removed':
      return t`Something of the record was found, and somebody removed it`;
    case 'found-to-be-nothing':
      return t`Somebody looked: what was found is not the record’s`;
    case 'disk-replaced':
      return t`The disk was taken out of use and replaced`;
    case 'printer-destroyed':
      return t`The printer, or its memory, was destroyed`;
    case 'kiosk-withdrawn':
      return t`The kiosk is taken out of service`;
    default:
      return unreachable(reason);
  }
}
