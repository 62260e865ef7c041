import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isFeeOpen } from '../../../shared/programme/fee.ts';
import { useWizard } from '../wizard-context.ts';

/**
 * What comes before the card is printed: lines that are out of sight, a fee; else the time that reading takes. `due`: the fee, in
 * cents.
 */
export function WhyNotYet(props: {
  /** Nothing of the read-back waits below what is seen of it. */
  isLastSeen: boolean;
  due: number;
}): ReactNode {
  const { isLastSeen, due } = props;
  const { policy, application } = useWizard();
  const { fee } = application.answers;
  if (!isLastSeen)
    return (
      <Trans comment="Note beside the button that prints: some lines of the review are further down. Page Down is a key.">
        Before you print, press <kbd>Page Down</kbd> to show the last line.
      </Trans>
    );
  if (!isFeeOpen(fee, due)) return <Trans>Let the applicant read it first.</Trans>;
  if (due === 0) {
    return (
      <Trans comment="Note beside the button that prints: nothing is due any more, and the applicant had paid.">
        First give back the fee, then press F8.
      </Trans>
    );
  }
  if (fee?.settled === 'paid-for-another') {
    return (
      <Trans comment="Note beside the button that prints: another fee is due now than the one the applicant paid. F2 and F8 are keys.">
        First settle the fee: press F2 or F8.
      </Trans>
    );
  }
  return policy.waivers === undefined ? (
    <Trans comment="Note beside the button that prints: a fee is due, and nobody is excused.">
      First mark the fee as paid.
    </Trans>
  ) : (
    <Trans comment="Note beside the button that prints: a fee is due.">
      First mark the fee as paid or waived.
    </Trans>
  );
}
