import { t } from '@lingui/core/macro';

/** What stands in the place of a receipt's heading where nobody real was served. */
export function notAReceiptInWords(): string {
  return t({
    message: 'PRACTICE: not a receipt',
    comment: 'Heading of the receipt that staff print while they practice with a made-up applicant.',
  });
}
