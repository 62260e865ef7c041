import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { InputName } from '../../../shared/application/fields.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { answerId, nextRequired } from '../../application/answers/answer-order.ts';
import { focusAnswer } from '../../application/answers/focus-answer.ts';
import { useFirstToMend } from '../../application/answers/use-first-to-mend.ts';
import { useWrongInputs } from '../../application/answers/use-typed-answers.ts';
import { answerOf, drawingProblemOf } from '../../application/preview/drawing-problem.ts';
import { useCoreView, usePractice } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { Actions } from '../../parts/actions.tsx';
import hidden from '../../parts/hidden.module.css';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import { inputInFull } from '../../wording/application/fields.ts';
import { tellFirstInWords } from '../../wording/application/promises.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import { HandBackNote } from '../applicants-screen/hand-back-note.tsx';
import { TellApplicant } from '../notices/tell-applicant.tsx';
import { FillInButton } from '../practice/fill-in-button.tsx';
import { stepAfter } from '../steps.ts';
import { useStepLead } from '../use-step-lead.ts';
import { WayOn } from '../way-on.tsx';
import { useWizard } from '../wizard-context.ts';
import styles from './answers-step.module.css';
import { AskedField } from './asked-field.tsx';
import { RouteChoice } from './route-choice.tsx';
import { useBeginning } from './use-beginning.ts';

/** Step 1: what stands on the card. */
export function AnswersStep(): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('answers');
  const { policy, steps, goTo, goBack, isOverlaid, isReopened } = useWizard();
  const { returnToReadBack, held, handBack } = useWizard();
  const tellFirst = tellFirstInWords(held);
  // What an applicant left open is named above the form, and so it is marked in it.
  const [attempted, setAttempted] = useState(handBack !== null && handBack.missing.length > 0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [routeRefusal, setRouteRefusal] = useState<Refusal | null>(null);
  const practice = usePractice();
  const arrival = useRef<InputName | null>(null);
  const firstToMend = useFirstToMend();
  const drawing = useCoreView((view) => drawingProblemOf(view.preview));
  const notDrawable = drawing === null ? null : answerOf(drawing);

  useBeginning();

  const goOn = async (): Promise<void> => {
    const toMend = await firstToMend();
    if (toMend !== null) {
      // A question is no refusal: nothing else is told because of it.
      if (!toMend.isQuestion) setAttempted(true);
      focusAnswer(toMend.input);
      // The focus brings only the text into sight, and not what is said below the field.
      document.getElementById(answerId(toMend.input))?.scrollIntoView({ block: 'nearest' });
      return;
    }
    const refused = isReopened ? await returnToReadBack() : null;
    setRefusal(refused);
    if (!isReopened) goTo(stepAfter('answers', steps));
    else if (refused?.kind === 'documents-incomplete') goTo('documents');
  };
  const onEnter = (from: InputName): void => {
    const next = isReopened ? null : nextRequired(policy.fields, from);
    if (next === null) void goOn();
    else focusAnswer(next);
  };
  // The step is drawn anew with each commit, and this is another function then: a field must not be.
  const latest = useRef(onEnter);
  latest.current = onEnter;
  const onEnterLatest = useCallback((from: InputName) => latest.current(from), []);

  useKeys({ Escape: isReopened ? goOn : goBack }, !isOverlaid);

  const told = refusal ?? routeRefusal;
  return (
    <Screen name="answers" heading={t`Card details`} lead={lead} wide>
      <HandBackNote />
      {tellFirst === null ? null : (
        <div data-tell-first>
          <Notice kind="warn">
            <p>{tellFirst}</p>
          </Notice>
        </div>
      )}
      <TellApplicant at="before-answers" />
      <RouteChoice
        onRefused={(why) => {
          // The latest counts.
          setRefusal(null);
          setRouteRefusal(why);
        }}
      />
      <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
        {policy.fields.map((asked) =>
          asked.use === 'off' ? null : (
            <AskedField
              key={asked.field}
              asked={asked}
              attempted={attempted}
              onEnter={onEnterLatest}
              arrival={arrival}
            />
          ),
        )}
      </form>
      <Actions
        verdict={
          told === null ? null : (
            <Notice kind="bad" role="alert">
              <p>{refusalInWords(told, { hasTyped: true })}</p>
            </Notice>
          )
        }
      >
        <ActionButton kind="main" onPress={() => void goOn()}>
          <WayOn from="answers" />
        </ActionButton>
        {practice ? <FillInButton /> : null}
        {attempted ? <ToReview notDrawable={notDrawable} /> : null}
      </Actions>
    </Screen>
  );
}

/** That something is to be mended before the documents; to whoever does not see the marks also what. */
function ToReview({ notDrawable }: { notDrawable: InputName | null }): ReactNode {
  const { policy } = useWizard();
  const wrong = useWrongInputs();
  const inputs = notDrawable === null ? wrong : [...wrong, notDrawable];
  if (inputs.length === 0) return null;
  return (
    <Problem>
      {inputs.length === 1 ? (
        <Trans comment="Error beside the button of a form: one field is marked as wrong.">
          Check the marked field.
        </Trans>
      ) : (
        <Trans>Check the marked fields.</Trans>
      )}{' '}
      <span className={hidden.hidden}>
        {inputs.map((input) => inputInFull(input, policy.fields)).join(' · ')}
      </span>
    </Problem>
  );
}
