import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import {
  type AnswerProblem,
  checkAnswer,
  type FieldProblem,
  MAXIMUM_TYPED_LENGTH,
  problemsOf,
} from '../../../shared/application/answers.ts';
import type { InputName } from '../../../shared/application/fields.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAnswerForm } from './answer-form.ts';
import { mayShow } from './problem-timing.ts';

/** One input: its text, whether it was left, and the two things that happen to it. */
export interface TypedInput {
  readonly text: string;
  readonly isLeft: boolean;
  type(text: string): void;
  leave(): void;
}

/** See `TypedInput`. What is typed is kept by the core with every change. */
export function useTypedInput(input: InputName): TypedInput {
  const { typed } = useAnswerForm();
  const { commits } = useCore();
  const text = useStore(typed, ({ texts }) => texts[input]);
  const isLeft = useStore(typed, ({ left }) => left.has(input));
  return {
    text,
    isLeft,
    type(next) {
      typed.setState(({ texts }) => ({ texts: { ...texts, [input]: next } }));
      // The core takes no more; the field says so, and keeps all of it.
      if (next.length <= MAXIMUM_TYPED_LENGTH) commits.commit(input, next);
    },
    leave: () => typed.setState(({ left }) => ({ left: new Set([...left, input]) })),
  };
}

/** What is wrong with one input: another object only when it is something else. */
export function useProblem(input: InputName): AnswerProblem | null {
  const { typed, uses, today } = useAnswerForm();
  return useStore(
    typed,
    useShallow(({ texts }) => checkAnswer(input, texts, uses, today)),
  );
}

/** The first problem of these inputs that may be told now, as `useProblem` answers one. */
export function useShownProblem(inputs: readonly InputName[], attempted: boolean): AnswerProblem | null {
  const { typed, uses, today } = useAnswerForm();
  return useStore(
    typed,
    useShallow(({ texts, left }) => {
      const first = problemsOf(texts, uses, today).find(
        ({ field, problem }) => inputs.includes(field) && mayShow(problem, left.has(field), attempted),
      );
      return first?.problem ?? null;
    }),
  );
}

/** What is wrong with the answers at the moment of asking. Draws nothing anew. */
export function useProblemsNow(): () => readonly FieldProblem[] {
  const { typed, uses, today } = useAnswerForm();
  return () => problemsOf(typed.getState().texts, uses, today);
}

/** Whether nothing is wrong with any of them. */
export function useAreAnswersComplete(): boolean {
  const { typed, uses, today } = useAnswerForm();
  return useStore(typed, ({ texts }) => problemsOf(texts, uses, today).length === 0);
}

/** The inputs with which something is wrong. */
export function useWrongInputs(): readonly InputName[] {
  const { typed, uses, today } = useAnswerForm();
  return useStore(
    typed,
    useShallow(({ texts }) => problemsOf(texts, uses, today).map(({ field }) => field)),
  );
}
