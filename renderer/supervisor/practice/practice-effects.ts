import { t } from '@lingui/core/macro';

/** What practice does, before anybody begins it. */
export function beginningPracticeInWords(): readonly string[] {
  return [
    t({
      message: 'Clerks go through the real steps with invented people. F7 fills one in and draws a face.',
      comment: 'What beginning practice does. F7 is a key.',
    }),
    t`Every screen says PRACTICE. Every card says VOID across both sides and has no valid number or barcode.`,
    t({
      message:
        'No applicant is counted. The ledger records that you began and ended practice, and what staff change.',
      comment: 'What beginning practice does. The ledger is the signed record of counts and staff actions.',
    }),
    t({
      message:
        'What you type is still erased and searched for, as with applicants. What you change about staff, printers, and legal holds is real.',
      comment:
        'What beginning practice with made-up applicants does. A legal hold is an order by counsel to erase nothing.',
    }),
    t`Practice stays on until a supervisor ends it, even after a restart.`,
  ];
}

/** What ending it does. */
export function endingPracticeInWords(): readonly string[] {
  return [
    t`First take every practice card out of the printer and destroy it.`,
    t`Once you end practice, this kiosk serves applicants, and each card counts.`,
  ];
}
