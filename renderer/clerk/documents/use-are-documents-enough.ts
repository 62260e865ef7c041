import { useStore } from 'zustand';
import { answersSoFar } from '../../../shared/application/answers.ts';
import { checkAge } from '../../../shared/programme/ages.ts';
import { areEnough } from '../../../shared/programme/documents/evaluate-documents.ts';
import { useAnswerForm } from '../../application/answers/answer-form.ts';
import { useWizard } from '../wizard-context.ts';
import { askedOf } from './asked-of.ts';

/** Whether what is checked off is enough for what is typed now. A key that changes nothing of that draws nothing anew. */
export function useAreDocumentsEnough(): boolean {
  const { typed } = useAnswerForm();
  const { application, documents, policy, today } = useWizard();
  const { answers } = application;
  return useStore(typed, ({ texts }) => {
    const { birthDate } = answersSoFar({ ...answers, ...texts }, policy.fields, today);
    if (birthDate !== null && checkAge(policy, birthDate, today) !== null) return false;
    return areEnough(askedOf(policy, { birthDate, route: answers.route }, today), documents.ids);
  });
}
