import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Answers } from '../../../shared/application/answers.ts';
import { useAnswerForm } from '../../application/answers/answer-form.ts';
import { useWizard } from '../wizard-context.ts';

/** All that is typed and ticked, as it is on this screen: another object with every key. */
export function useAnswers(): Answers {
  const { typed } = useAnswerForm();
  const { documents, application } = useWizard();
  const { route, fee, language } = application.answers;
  const texts = useStore(typed, (state) => state.texts);
  return useMemo(
    () => ({ ...texts, documents: documents.ids, route, fee, language }),
    [texts, documents.ids, route, fee, language],
  );
}
