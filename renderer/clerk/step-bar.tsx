import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../parts/action-button.tsx';
import { Bar } from '../parts/frame.tsx';
import { StepKeys } from './step-keys.tsx';
import { isEnding, type WizardStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** The keys of the step at hand, and what can be done from every step. */
export function StepBar(props: { step: WizardStep; onLetters: () => void; onCover: () => void }): ReactNode {
  const { step, onLetters, onCover } = props;
  const { t } = useLingui();
  const { application, openDialog, covered, putAside } = useWizard();
  if (isEnding(application.state)) return null;
  return (
    <Bar
      label={t`On every step`}
      words={
        <>
          <StepKeys step={step} /> ·{' '}
          <Trans>
            <kbd>F1</kbd> help
          </Trans>
        </>
      }
    >
      {step === 'answers' ? (
        <ActionButton kind="quiet" shortcut="F5" ariaDisabled={covered} onPress={onLetters}>
          <Trans>Letters…</Trans>
        </ActionButton>
      ) : null}
      <ActionButton kind="quiet" shortcut="F6" onPress={putAside}>
        <Trans>Set aside</Trans>
      </ActionButton>
      <ActionButton kind="quiet" shortcut="F9" onPress={onCover}>
        {covered ? <Trans>Uncover</Trans> : <Trans>Cover</Trans>}
      </ActionButton>
      <ActionButton kind="quiet" shortcut="F4" onPress={() => openDialog('end')}>
        <Trans>End without a card…</Trans>
      </ActionButton>
    </Bar>
  );
}
