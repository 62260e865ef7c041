import { useEffect } from 'react';
import { useAnswerForm } from '../../application/answers/answer-form.ts';
import { firstInput, whereTypingStopped } from '../../application/answers/answer-order.ts';
import { focusAnswer, goOnInAnswer } from '../../application/answers/focus-answer.ts';
import { useWizard } from '../wizard-context.ts';

/** A number key that is held opened this answer: its repeats are not for it. Until any key is pressed anew. */
function swallowHeldKey(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.repeat) event.preventDefault();
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
    if (input !== null) {
      focusAnswer(input);
      return swallowHeldKey();
    }
    if (leftAnswers.current) goOnInAnswer(firstInput(policy.fields));
    else goOnInAnswer(whereTypingStopped(policy.fields, typed.getState().texts));
    return undefined;
  }, [typed, leftAnswers, changing, policy]);
}
