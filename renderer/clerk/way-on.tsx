import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { stepAfter, type WizardStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** Where the button of a step leads: on, or from one that was opened once more straight to where the application waits. */
export function WayOn({ from }: { from: WizardStep }): ReactNode {
  const { application, steps, isReopened } = useWizard();
  if (!isReopened)
    return stepAfter(from, steps) === 'caretaker' ? (
      <Trans comment="Button: on to the step about the adult who answers for the applicant.">
        Continue to caretaker
      </Trans>
    ) : (
      <Trans comment="Button: on to the step for documents.">Continue to documents</Trans>
    );
  if (application.state === 'spoiled')
    return (
      <Trans comment="Button: back to the card that came out wrong, after one detail was changed.">
        Return to spoiled card
      </Trans>
    );
  return application.hasPhoto ? (
    <Trans comment="Button: back to the review, after one detail was changed.">Return to review</Trans>
  ) : (
    <Trans comment="Button: on to the step for the photo.">Continue to photo</Trans>
  );
}
