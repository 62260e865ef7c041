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
        <Trans>The hand-over opens by itself</Trans>
      ) : (
        <Trans>The kiosk asks by itself</Trans>
      );
    case 'question':
      return (
        <Trans>
          <kbd>F12</kbd> yes · <kbd>F8</kbd> no
        </Trans>
      );
    case 'none-seen':
    case 'no-card':
      return (
        <Trans>
          <kbd>F7</kbd> prints · <kbd>F12</kbd> a card is here
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
        <kbd>Enter</kbd> or <kbd>Esc</kbd> back to where you were
      </Trans>
    );
  switch (step) {
    case 'answers':
      return (
        <Trans>
          <kbd>Enter</kbd> next, then on · <kbd>Tab</kbd> every field
        </Trans>
      );
    case 'documents':
      return (
        <Trans>
          Letters find · <kbd>Space</kbd> ticks · <kbd>Enter</kbd> on · <kbd>Esc</kbd> back
        </Trans>
      );
    case 'photo':
      return (
        <Trans>
          <kbd>Space</kbd> takes it · <kbd>Esc</kbd> back
        </Trans>
      );
    case 'check':
      return (
        <Trans>
          <kbd>Enter</kbd> prints · <kbd>R</kbd> retakes · <kbd>Esc</kbd> back
        </Trans>
      );
    case 'print':
      return <PrintKeys />;
    case 'hand-over':
      return (
        <Trans>
          <kbd>F12</kbd> yes · <kbd>F8</kbd> no
        </Trans>
      );
    default:
      return unreachable(step);
  }
}
