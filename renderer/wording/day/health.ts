import { t } from '@lingui/core/macro';
import type { SavedHealth } from '../../../shared/contract/counter-day/day-acts.ts';
import { unreachable } from '../../../shared/result.ts';

type WhyNotSaved = Extract<SavedHealth, { readonly kind: 'not-saved' }>['why'];

/** Why the drive has no health record: nothing that the day, its sheet or the ledger would lack. */
export function healthNotSavedInWords(why: WhyNotSaved): string {
  switch (why) {
    case 'no-drive':
      return t({
        message: 'No USB drive is connected, so the health record for IT staff is on this computer only.',
        comment:
          'Below a day sheet, the page with a day’s counts. The record says for IT staff how this kiosk is.',
      });
    case 'full':
      return t({
        message:
          'There is no room on the USB drive for the health record. The day sheet is complete without it, and IT staff find it on this computer.',
        comment:
          'Below a day sheet, the page with a day’s counts. The record says for IT staff how this kiosk is.',
      });
    case 'read-only':
      return t({
        message:
          'The kiosk can’t write the health record to this USB drive. The day sheet is complete without it, and IT staff find it on this computer.',
        comment:
          'Below a day sheet, the page with a day’s counts. The record says for IT staff how this kiosk is.',
      });
    case 'failed':
      return t({
        message:
          'The USB drive failed or was removed while the health record was written. The day sheet is complete without it, and IT staff find it on this computer.',
        comment:
          'Below a day sheet, the page with a day’s counts. The record says for IT staff how this kiosk is.',
      });
    default:
      return unreachable(why);
  }
}
