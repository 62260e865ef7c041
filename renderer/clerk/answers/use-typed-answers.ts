import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type Answers, MAXIMUM_TYPED_LENGTH } from '../../../shared/application/answers.ts';
import type { InputName } from '../../../shared/application/fields.ts';
import { useCore } from '../../core-client/core.tsx';
import { useWizard } from '../wizard-context.ts';

/** One input: its text, whether it was left, and the two things that happen to it. */
export interface TypedInput {
  readonly text: string;
  readonly isLeft: boolean;
  type(text: string): void;
  leave(): void;
}

/** See `TypedInput`. What is typed is kept by the core with every change. */
export function useTypedInput(input: InputName): TypedInput {
  const { typed } = useWizard();
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

/** Whether the focus has left each of the inputs since the wizard opened. */
export function useLeftInputs(): ReadonlySet<InputName> {
  return useStore(useWizard().typed, ({ left }) => left);
}

/** All that is typed and ticked, as it is on this screen. */
export function useAnswers(): Answers {
  const { typed, documents, application } = useWizard();
  const { route, fee } = application.answers;
  const texts = useStore(typed, (state) => state.texts);
  return useMemo(
    () => ({ ...texts, documents: documents.ids, route, fee }),
    [texts, documents.ids, route, fee],
  );
}
