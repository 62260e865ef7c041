import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { problemsOf } from '../../../shared/application/answers.ts';
import type { InputName } from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { type AnswerFault, saidAloud, useAnswerForm } from '../../application/answers/answer-form.ts';
import { drawingProblemAt } from '../../application/preview/drawing-problem.ts';
import { useCoreView } from '../../core-client/core.tsx';
import { inputInWords } from '../../wording/application/fields.ts';
import { labeledInWords } from '../../wording/resident/labeled.ts';
import { ErrorSummary, type Mistake } from './error-summary.tsx';

/** Of a question with several fields: which one it is about. */
function named({ input, words, aloud }: Mistake, uses: readonly PolicyField[]): Mistake {
  const label = inputInWords(input, uses);
  return { input, words: labeledInWords(label, words), aloud: labeledInWords(label, aloud) };
}

/** What is wrong in the fields of one question. `attempt` counts how often going on was refused. */
export function FieldMistakes(props: { inputs: readonly InputName[]; attempt: number }): ReactNode {
  const { inputs, attempt } = props;
  const { typed, uses, today, words } = useAnswerForm();
  const preview = useCoreView((view) => view.preview);
  const told = (seen: string, fault: AnswerFault) => [seen, saidAloud(words, fault) ?? seen] as const;
  const typedWrong = useStore(
    typed,
    useShallow(({ texts }) =>
      attempt === 0
        ? []
        : problemsOf(texts, uses, today).flatMap(
            ({ field, problem }) => [field, ...told(words.problem(problem), problem)] as const,
          ),
    ),
  );
  const mistakes = inputs.flatMap((input): readonly Mistake[] => {
    const at = typedWrong.indexOf(input);
    const [wrong, wrongAloud] = at === -1 ? [] : typedWrong.slice(at + 1);
    if (wrong !== undefined && wrongAloud !== undefined) return [{ input, words: wrong, aloud: wrongAloud }];
    const notDrawable = drawingProblemAt(preview, input);
    if (notDrawable === null) return [];
    const [seen, aloud] = told(words.drawing(notDrawable), notDrawable);
    return [{ input, words: seen, aloud }];
  });
  return (
    <ErrorSummary
      mistakes={inputs.length === 1 ? mistakes : mistakes.map((each) => named(each, uses))}
      attempt={attempt}
    />
  );
}
