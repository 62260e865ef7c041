import { useEffect, useRef } from 'react';
import { problemsOf } from '../../../shared/application/answers.ts';
import { useAnswerForm } from '../../application/answers/answer-form.ts';
import { firstInput, whereTypingStopped } from '../../application/answers/answer-order.ts';
import { focusAnswer, goOnInAnswer } from '../../application/answers/focus-answer.ts';
import { pageKeyWatch } from '../../parts/keys/key-watch.ts';
import { useWizard } from '../wizard-context.ts';

/**
 * The key that opened this step is not for the field that has the focus then: not while it is held, nor, if it is a letter,
 * where a habit presses it twice. A digit may be meant: it begins a date. Until any other key.
 */
function swallowOpeningKey(): () => void {
  const watch = pageKeyWatch();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.repeat || (/^\p{Letter}$/u.test(event.key) && watch.isSecondPress(event)))
      event.preventDefault();
    else stop();
  };
  const stop = (): void => window.removeEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return stop;
}

/**
 * Puts the focus where somebody begins on the answers: on the one that is to be changed, selected; else on the first that an
 * applicant left open, or where the typing stopped, after a session that was replaced perhaps; and on the first one when they
 * come back.
 */
export function useBeginning(): void {
  const form = useAnswerForm();
  const { typed } = form;
  const { leftAnswers, changing, policy, handBack } = useWizard();
  // The form is another one with each status: the focus goes to its place once.
  const latest = useRef(form);
  latest.current = form;
  useEffect(() => {
    const input = changing.current;
    changing.current = null;
    if (input !== null) focusAnswer(input);
    else if (leftAnswers.current) goOnInAnswer(firstInput(policy.fields));
    else {
      const { texts } = typed.getState();
      const { uses, today } = latest.current;
      const leftOpen = handBack === null ? undefined : problemsOf(texts, uses, today)[0];
      goOnInAnswer(leftOpen?.field ?? whereTypingStopped(policy.fields, texts));
      return undefined;
    }
    return swallowOpeningKey();
  }, [typed, leftAnswers, changing, policy, handBack]);
}
