import { answersSoFar } from '../../../shared/application/answers.ts';
import { checkAge } from '../../../shared/programme/ages.ts';
import { evaluateDocuments } from '../../../shared/programme/evaluate-documents.ts';
import { useAnswers } from '../answers/use-typed-answers.ts';
import { askedOf } from '../documents/asked-of.ts';
import { useWizard } from '../wizard-context.ts';

/** The shortest ways on to enough documents; none where there is enough, or where no document would help. */
export function useWays(): string[][] {
  const answers = useAnswers();
  const { documents, policy, today } = useWizard();
  const { birthDate } = answersSoFar(answers, policy.fields, today);
  if (birthDate !== null && checkAge(policy, birthDate, today) !== null) return [];
  return evaluateDocuments(askedOf(policy, answers, today), documents.ids)
    .ways.filter((way) => way.length > 0)
    .map((way) => [...way]);
}
