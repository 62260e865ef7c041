import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Answers } from '../../../shared/application/answers.ts';
import { useAnswerForm } from '../../application/answers/answer-form.ts';
import { useWizard } from '../wizard-context.ts';

/** All that is typed and ticked, as it is on this screen: another object with every key. */
export function useAnswers(): Answers {
  const { typed } = useAnswerForm();
  const { documents, application } = useWizard();
  const { route, fee } = application.answers;
  const texts = useStore(typed, (state) => state.texts);
  return useMemo(
    () => ({ ...texts, documents: documents.ids, route, fee }),
    [texts, documents.ids, route, fee],
  );
}
