import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type AnswerField, checkAnswers } from '../../shared/application/answers.ts';
import { useCore, useCoreView } from '../core-client/core.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import hidden from '../parts/hidden.module.css';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { fieldInFull } from '../wording/fields.ts';
import { AnswerInput } from './answer-input.tsx';
import { nextRequired, whereTypingStopped } from './answer-order.ts';
import styles from './answers-step.module.css';
import { BirthDate } from './birth-date.tsx';
import { useDesk } from './desk-context.ts';
import { drawablePreview } from './drawable-preview.ts';
import { answerOf, drawingProblemOf } from './drawing-problem.ts';
import { focusAnswer, goOnInAnswer } from './focus-answer.ts';

const PREVIEW_FOLLOWS_MILLISECONDS = 800;

/** Step 1: what stands on the card. */
export function AnswersStep(): ReactNode {
  const { t } = useLingui();
  const { answers, form, leftAnswers, today, goTo, goBack, dialogOpen } = useDesk();
  const [attempted, setAttempted] = useState(false);
  const { commits, store } = useCore();
  const arrival = useRef<AnswerField | null>(null);
  const checked = checkAnswers(answers, today);
  const problems = checked.ok ? [] : checked.error;
  const drawing = useCoreView((view) => drawingProblemOf(view.preview));
  const notDrawable = drawing === null ? null : answerOf(drawing);
  const toLookAt = [...problems.map(({ field }) => field), ...(notDrawable === null ? [] : [notDrawable])];

  // Opened here, after a session that was replaced perhaps, it goes on where the typing stopped.
  useEffect(
    () => goOnInAnswer(leftAnswers.current ? 'name' : whereTypingStopped(form.getValues())),
    [form, leftAnswers],
  );
  useKeys({ Escape: goBack }, !dialogOpen);

  const goOn = async (): Promise<void> => {
    let first = problems[0]?.field ?? null;
    if (first === null && notDrawable !== null) {
      // The preview follows the typing: what it says may be about the text before.
      await commits.settled();
      const now = drawingProblemOf(await drawablePreview(store, PREVIEW_FOLLOWS_MILLISECONDS));
      first = now === null ? null : answerOf(now);
    }
    if (first === null) {
      goTo('documents');
      return;
    }
    setAttempted(true);
    focusAnswer(first);
  };
  const onEnter = (from: AnswerField): void => {
    const next = nextRequired(from);
    if (next === null) void goOn();
    else focusAnswer(next);
  };
  const input = (field: AnswerField, hint?: string): ReactNode => (
    <AnswerInput
      field={field}
      problems={problems}
      attempted={attempted}
      onEnter={onEnter}
      arrival={arrival}
      {...(hint === undefined ? {} : { hint })}
    />
  );

  return (
    <Screen name="answers" heading={t`What stands on the card?`} lead={t`Step 1 of 6`}>
      <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
        {input('name', t`As the person writes it. Hold a letter key for its accents.`)}
        <div className={styles.row}>
          <BirthDate problems={problems} attempted={attempted}>
            {input('birthDay')}
            {input('birthMonth')}
            {input('birthYear')}
          </BirthDate>
          {input('gender', t`Optional. As the person says it.`)}
        </div>
        <div className={styles.row}>
          {input('chosenName', t`Optional. Printed besides the name.`)}
          {input('libraryNumber', t`Optional.`)}
        </div>
        <fieldset>
          <legend className={hidden.hidden}>
            <Trans>Emergency contact</Trans>
          </legend>
          <div className={styles.row}>
            {input('emergencyName', t`Optional, with the phone number.`)}
            {input('emergencyPhone', t`Optional, with the name.`)}
          </div>
        </fieldset>
      </form>
      {attempted && toLookAt.length > 0 ? (
        <Notice kind="bad" role="alert">
          <p>
            <Trans>Before the documents, please look at:</Trans> {toLookAt.map(fieldInFull).join(' · ')}
          </p>
        </Notice>
      ) : null}
      <div>
        <ActionButton kind="main" onPress={() => void goOn()}>
          <Trans>On to the documents</Trans>
        </ActionButton>
      </div>
    </Screen>
  );
}
