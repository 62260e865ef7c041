import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { answersSoFar, checkAnswers } from '../../../shared/application/answers.ts';
import { ageOn } from '../../../shared/application/birth-date.ts';
import { checkAge } from '../../../shared/programme/ages.ts';
import { documentsFor, evaluateDocuments } from '../../../shared/programme/evaluate-documents.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { useAnswers } from '../answers/use-typed-answers.ts';
import { stepOf } from '../steps.ts';
import { useWizard } from '../wizard-context.ts';
import { DocumentList } from './document-list.tsx';
import { DocumentsProven } from './documents-proven.tsx';

/** Step 2: the clerk looks at documents and ticks their kinds. Nothing of them is written down. */
export function DocumentsStep(): ReactNode {
  const { t } = useLingui();
  const answers = useAnswers();
  const { application, policy, today, documents, goTo, goBack, isOverlaid, isReopened } = useWizard();
  const { client, commits } = useCore();
  const act = useAct();
  const [refused, setRefused] = useState(false);
  const { birthDate } = answersSoFar(answers, policy.fields, today);
  const asked = documentsFor(policy, birthDate === null ? null : ageOn(birthDate, today), answers.route);
  const evaluation = evaluateDocuments(asked, documents.ids);
  const tooYoung = birthDate === null ? null : checkAge(policy, birthDate, today);
  const isEnough = evaluation.satisfied && tooYoung === null;

  const goOn = async (): Promise<void> => {
    if (!isEnough) {
      setRefused(true);
      return;
    }
    if (!checkAnswers(answers, policy.fields, today).ok) {
      goTo('answers');
      return;
    }
    const next = application.hasPhoto && application.state !== 'spoiled' ? 'check' : 'photo';
    if (application.state !== 'draft') {
      goTo(next === 'photo' ? 'photo' : stepOf(application.state));
      return;
    }
    const kept = await act.run(async () => {
      await documents.settled();
      const settled = await commits.settled();
      return settled.ok ? client.confirmDocuments({}) : settled;
    });
    if (kept) goTo(next);
  };

  const refusal = act.refusal ?? documents.refusal;
  const leadsBack = isReopened && isEnough && refusal === null;
  useKeys({ Escape: leadsBack ? goOn : goBack }, !isOverlaid);

  return (
    <Screen
      name="documents"
      heading={t`Which documents does the applicant have?`}
      lead={t({
        message: 'Step 2 of 6',
        comment: 'Said by screen readers before the heading of a clerk’s step.',
      })}
      wide
    >
      <DocumentsProven
        asked={asked}
        categories={policy.categories}
        evaluation={evaluation}
        tooYoung={tooYoung}
        refused={refused && !isEnough}
      >
        <ActionButton kind="main" ariaDisabled={!isEnough || act.busy} onPress={() => void goOn()}>
          {isReopened && application.hasPhoto && application.state !== 'spoiled' ? (
            <Trans>Return to review</Trans>
          ) : (
            <Trans>Continue to photo</Trans>
          )}
        </ActionButton>
      </DocumentsProven>
      {refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(refusal)}</p>
        </Notice>
      )}
      <DocumentList
        categories={policy.categories}
        asked={asked}
        ticked={documents.ids}
        onTick={(id, seen) => {
          setRefused(false);
          act.clear();
          documents.tick(id, seen);
        }}
        onEnter={() => void goOn()}
      />
    </Screen>
  );
}
