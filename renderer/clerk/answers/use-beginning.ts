import { useEffect } from 'react';
import { useWizard } from '../wizard-context.ts';
import { firstInput, whereTypingStopped } from './answer-order.ts';
import { focusAnswer, goOnInAnswer } from './focus-answer.ts';

/**
 * Puts the focus where somebody begins on the answers: on the one that is to be changed, selected; else where the typing
 * stopped, after a session that was replaced perhaps; and on the first one when they come back.
 */
export function useBeginning(): void {
  const { typed, leftAnswers, changing, policy } = useWizard();
  useEffect(() => {
    const input = changing.current;
    changing.current = null;
    if (input !== null) focusAnswer(input);
    else if (leftAnswers.current) goOnInAnswer(firstInput(policy.fields));
    else goOnInAnswer(whereTypingStopped(policy.fields, typed.getState().texts));
  }, [typed, leftAnswers, changing, policy]);
}
