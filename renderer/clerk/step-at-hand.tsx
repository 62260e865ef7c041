import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';
import { useCommitTrouble } from '../core-client/core.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { AnswersStep } from './answers/answers-step.tsx';
import { CheckStep } from './check/check-step.tsx';
import { CoveredStep } from './covered-step.tsx';
import { DocumentsStep } from './documents/documents-step.tsx';
import { EndingStep } from './ending-step.tsx';
import { HandOverStep } from './hand-over/hand-over-step.tsx';
import { PhotoStep } from './photo/photo-step.tsx';
import { PrintStep } from './print/print-step.tsx';
import styles from './step-at-hand.module.css';
import { StepKeys } from './step-keys.tsx';
import type { WizardStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

const ENDING = ['handed-over', 'denied', 'withdrawn', 'expired', 'wiping'];

function Step({ step }: { step: WizardStep }): ReactNode {
  switch (step) {
    case 'answers':
      return <AnswersStep />;
    case 'documents':
      return <DocumentsStep />;
    case 'photo':
      return <PhotoStep />;
    case 'check':
      return <CheckStep />;
    case 'print':
      return <PrintStep />;
    case 'hand-over':
      return <HandOverStep />;
    default:
      return unreachable(step);
  }
}

/** The step itself, and below it what can be done from every step. */
export function StepAtHand(props: {
  step: WizardStep;
  /** Why the application could not be put aside. */
  trouble: Refusal | null;
  onCover: () => void;
}): ReactNode {
  const { t } = useLingui();
  const notKept = useCommitTrouble();
  const trouble = notKept ?? props.trouble;
  const { application, openDialog, covered, putAside } = useWizard();
  if (ENDING.includes(application.state)) return <EndingStep />;
  return (
    <>
      <CoveredStep covered={covered}>
        <Step step={props.step} />
      </CoveredStep>
      {trouble === null ? null : (
        <Notice kind="warn" role="alert">
          <p>{refusalInWords(trouble)}</p>
        </Notice>
      )}
      <section className={styles.always} aria-label={t`On every step`}>
        <p className={styles.keys}>
          <StepKeys step={props.step} /> ·{' '}
          <Trans>
            <kbd>F1</kbd> help
          </Trans>
        </p>
        <ActionButton kind="quiet" shortcut="F6" onPress={putAside}>
          <Trans>Set aside</Trans>
        </ActionButton>
        <ActionButton kind="quiet" shortcut="F9" onPress={props.onCover}>
          {covered ? <Trans>Uncover</Trans> : <Trans>Cover</Trans>}
        </ActionButton>
        <ActionButton kind="quiet" shortcut="F4" onPress={() => openDialog('end')}>
          <Trans>End without a card…</Trans>
        </ActionButton>
      </section>
    </>
  );
}
