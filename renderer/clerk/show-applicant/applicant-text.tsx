import type { ReactNode } from 'react';
import type { WizardStep } from '../steps.ts';
import { useWizard } from '../wizard-context.ts';
import { NeededDocuments } from './needed-documents.tsx';
import { QuestionsToAnswer } from './questions-to-answer.tsx';
import { ShowApplicant } from './show-applicant.tsx';
import { ShownSlip } from './shown-slip.tsx';
import { Told } from './told.tsx';
import { noticesAt } from './what-to-show.ts';

/** What the applicant may read at this step, over the clerk's screen: see `hasToShow`. */
export function ApplicantText({ step, onClose }: { step: WizardStep; onClose: () => void }): ReactNode {
  const { application, policy } = useWizard();
  const { denial } = application;
  return (
    <ShowApplicant onClose={onClose}>
      {denial === null ? (
        <>
          {/* Before the questions: below one of them it would seem to be about that alone. */}
          {noticesAt(step, policy).map(({ id, text }) => (
            <Told key={id} text={text} />
          ))}
          {step === 'answers' ? <QuestionsToAnswer /> : null}
          {step === 'documents' ? <NeededDocuments /> : null}
        </>
      ) : (
        <ShownSlip denial={denial} />
      )}
    </ShowApplicant>
  );
}
