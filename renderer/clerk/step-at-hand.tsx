import type { ReactNode } from 'react';
import { isEnding } from '../../shared/application/is-ending.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';
import { useCommitTrouble } from '../core-client/core.tsx';
import { Notice } from '../parts/notice.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { AnswersStep } from './answers/answers-step.tsx';
import { CaretakerStep } from './caretaker/caretaker-step.tsx';
import { CheckStep } from './check/check-step.tsx';
import { CoveredStep } from './covered-step.tsx';
import { DenialSlipStep } from './denial/denial-slip-step.tsx';
import { DocumentsStep } from './documents/documents-step.tsx';
import { EndingStep } from './ending-step.tsx';
import { HandOverStep } from './hand-over/hand-over-step.tsx';
import { PhotoStep } from './photo/photo-step.tsx';
import { PrintStep } from './print/print-step.tsx';
import type { WizardStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

function Step({ step }: { step: WizardStep }): ReactNode {
  switch (step) {
    case 'answers':
      return <AnswersStep />;
    case 'caretaker':
      return <CaretakerStep />;
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

/** The step itself. */
export function StepAtHand(props: {
  step: WizardStep;
  /** Why the application could not be put aside. */
  trouble: Refusal | null;
}): ReactNode {
  const notKept = useCommitTrouble();
  const trouble = notKept ?? props.trouble;
  const { application, covered } = useWizard();
  if (isEnding(application.state)) return <EndingStep />;
  return (
    <>
      <CoveredStep covered={covered}>
        {application.denial === null ? (
          <Step step={props.step} />
        ) : (
          <DenialSlipStep denial={application.denial} />
        )}
      </CoveredStep>
      {trouble === null ? null : (
        <Notice kind="warn" role="alert">
          <p>{refusalInWords(trouble, { hasTyped: true })}</p>
        </Notice>
      )}
    </>
  );
}
