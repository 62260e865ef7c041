import { askedInputs, type InputName } from '../../../shared/application/fields.ts';
import { useCore } from '../../core-client/core.tsx';
import { drawablePreview } from '../preview/drawable-preview.ts';
import { answerOf, drawingProblemOf } from '../preview/drawing-problem.ts';
import { useAnswerForm } from './answer-form.ts';
import { doubtedInput } from './answer-order.ts';
import { useAskDoubts } from './use-doubts.ts';
import { useProblemsNow } from './use-typed-answers.ts';

const PREVIEW_FOLLOWS_MILLISECONDS = 800;

/** The first answer of a form that keeps somebody from going on. `isQuestion`: it may be right, and is asked about once. */
export interface ToMend {
  readonly input: InputName;
  readonly isQuestion: boolean;
}

/** Looks for it: a problem first, then what the card has no letter or room for, then what is asked about. Null: go on. */
export function useFirstToMend(): () => Promise<ToMend | null> {
  const { uses } = useAnswerForm();
  const { commits, store } = useCore();
  const problemsNow = useProblemsNow();
  const askDoubts = useAskDoubts();
  const notDrawable = (): InputName | null => {
    const problem = drawingProblemOf(store.getState().preview);
    const input = problem === null ? null : answerOf(problem);
    return input !== null && askedInputs(uses).includes(input) ? input : null;
  };
  return async () => {
    const [first] = problemsNow();
    if (first !== undefined) return { input: first.field, isQuestion: false };
    if (notDrawable() !== null) {
      // The preview follows the typing: what it says may be about the text before.
      await commits.settled();
      await drawablePreview(store, PREVIEW_FOLLOWS_MILLISECONDS);
      const input = notDrawable();
      if (input !== null) return { input, isQuestion: false };
    }
    const doubted = askDoubts();
    return doubted === null ? null : { input: doubtedInput(uses, doubted), isQuestion: true };
  };
}
