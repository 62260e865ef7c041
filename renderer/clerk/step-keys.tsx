import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { unreachable } from '../../shared/result.ts';
import type { WizardStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

function PrintKeys(): ReactNode {
  const { application, printing, printer, stopping } = useWizard();
  // What comes next has buttons, and the focus lies on the one that is meant.
  if (application.state === 'spoiled') return null;
  switch (printing.kind) {
    case 'under-way':
      return printer.tells === 'cards' && !stopping ? (
        <Trans>Handoff opens by itself</Trans>
      ) : (
        <Trans>The kiosk will ask you</Trans>
      );
    case 'question':
      return (
        <Trans>
          <kbd>F12</kbd> card found · <kbd>F8</kbd> no card
        </Trans>
      );
    case 'none-seen':
    case 'no-card':
      return (
        <Trans>
          <kbd>F7</kbd> print · <kbd>F12</kbd> card found
        </Trans>
      );
    default:
      return unreachable(printing);
  }
}

/** The keys of a step, in its own order of use. */
export function StepKeys({ step }: { step: WizardStep }): ReactNode {
  const { isReopened } = useWizard();
  if (isReopened)
    return (
      <Trans>
        <kbd>Enter</kbd> or <kbd>Esc</kbd> goes back to where you were
      </Trans>
    );
  switch (step) {
    case 'answers':
      return (
        <Trans>
          <kbd>Enter</kbd> next required · <kbd>Tab</kbd> next field
        </Trans>
      );
    case 'documents':
      return (
        <Trans>
          Type to find · <kbd>Space</kbd> check · <kbd>Enter</kbd> next
        </Trans>
      );
    case 'photo':
      return (
        <Trans>
          <kbd>Space</kbd> take photo · <kbd>Esc</kbd> back
        </Trans>
      );
    case 'check':
      return (
        <Trans>
          <kbd>Enter</kbd> print · <kbd>R</kbd> retake photo · <kbd>Esc</kbd> back
        </Trans>
      );
    case 'print':
      return <PrintKeys />;
    case 'hand-over':
      return (
        <Trans>
          <kbd>F12</kbd> card handed over · <kbd>F8</kbd> something is wrong
        </Trans>
      );
    default:
      return unreachable(step);
  }
}
