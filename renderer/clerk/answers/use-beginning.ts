import { useEffect } from 'react';
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
 * Puts the focus where somebody begins on the answers: on the one that is to be changed, selected; else where the typing
 * stopped, after a session that was replaced perhaps; and on the first one when they come back.
 */
export function useBeginning(): void {
  const { typed } = useAnswerForm();
  const { leftAnswers, changing, policy } = useWizard();
  useEffect(() => {
    const input = changing.current;
    changing.current = null;
    if (input !== null) focusAnswer(input);
    else if (leftAnswers.current) goOnInAnswer(firstInput(policy.fields));
    else {
      goOnInAnswer(whereTypingStopped(policy.fields, typed.getState().texts));
      return undefined;
    }
    return swallowOpeningKey();
  }, [typed, leftAnswers, changing, policy]);
}
