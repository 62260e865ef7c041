import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { problemsOf } from '../../../shared/application/answers.ts';
import type { InputName } from '../../../shared/application/fields.ts';
import { useAnswerForm } from '../../application/answers/answer-form.ts';
import { drawingProblemAt } from '../../application/preview/drawing-problem.ts';
import { useCoreView } from '../../core-client/core.tsx';
import { ErrorSummary, type Mistake } from './error-summary.tsx';

/** What is wrong in the fields of one question. `attempt` counts how often going on was refused. */
export function FieldMistakes(props: { inputs: readonly InputName[]; attempt: number }): ReactNode {
  const { inputs, attempt } = props;
  const { typed, uses, today, words } = useAnswerForm();
  const preview = useCoreView((view) => view.preview);
  const typedWrong = useStore(
    typed,
    useShallow(({ texts }) =>
      attempt === 0
        ? []
        : problemsOf(texts, uses, today).flatMap(
            ({ field, problem }) => [field, words.problem(problem)] as const,
          ),
    ),
  );
  const mistakes = inputs.flatMap((input): readonly Mistake[] => {
    const at = typedWrong.indexOf(input);
    const wrong = at === -1 ? undefined : typedWrong[at + 1];
    if (wrong !== undefined) return [{ input, words: wrong }];
    const notDrawable = drawingProblemAt(preview, input);
    return notDrawable === null ? [] : [{ input, words: words.drawing(notDrawable) }];
  });
  return <ErrorSummary mistakes={mistakes} attempt={attempt} />;
}
