import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { answersSoFar, problemsOf } from '../../../shared/application/answers.ts';
import { type AnswerDoubt, doubtsOf, type FieldDoubt } from '../../../shared/application/doubt.ts';
import type { FieldName } from '../../../shared/application/fields.ts';
import { type AnswerForm, useAnswerForm } from './answer-form.ts';

const keyOf = ({ field, doubt, value }: FieldDoubt): string => `${field} ${doubt.kind} ${value}`;

/** Questions about answers that may well be right; none while an answer does not hold. */
function doubtsIn({ typed, uses, today }: AnswerForm): readonly FieldDoubt[] {
  const { texts } = typed.getState();
  return problemsOf(texts, uses, today).length > 0 ? [] : doubtsOf(answersSoFar(texts, uses, today), today);
}

/** What is asked about a field now; null for nothing. */
export function useDoubtAbout(field: FieldName): AnswerDoubt | null {
  const form = useAnswerForm();
  return useStore(
    form.typed,
    useShallow(({ asked }) =>
      // Seldom is anything: the others are not looked at with every key.
      asked.size === 0
        ? null
        : (doubtsIn(form).find((each) => each.field === field && asked.has(keyOf(each)))?.doubt ?? null),
    ),
  );
}

/** What was asked about the answers and is to be asked still, at the moment of asking. Draws nothing anew. */
export function useDoubtsNow(): () => readonly FieldDoubt[] {
  const form = useAnswerForm();
  return () => {
    const { asked } = form.typed.getState();
    return doubtsIn(form).filter((each) => asked.has(keyOf(each)));
  };
}

/**
 * Asks what was not asked before, and answers the first field it is about; null where there is nothing to ask. Each doubt
 * is asked once: going on a second time is the answer.
 */
export function useAskDoubts(): () => FieldName | null {
  const form = useAnswerForm();
  return () => {
    const { asked } = form.typed.getState();
    const doubts = doubtsIn(form);
    const first = doubts.find((each) => !asked.has(keyOf(each)));
    if (first === undefined) return null;
    form.typed.setState({ asked: new Set([...asked, ...doubts.map(keyOf)]) });
    return first.field;
  };
}
