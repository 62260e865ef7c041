import { answersSoFar } from '../../../shared/application/answers.ts';
import { checkAge } from '../../../shared/programme/ages.ts';
import { evaluateDocuments } from '../../../shared/programme/documents/evaluate-documents.ts';
import { OLD_CARD_TAKEN_IN } from '../../../shared/programme/documents/shown-documents.ts';
import { useAnswers } from '../answers/use-answers.ts';
import { askedOf } from '../documents/asked-of.ts';
import { useWizard } from '../wizard-context.ts';

/**
 * Documents that are enough, the shortest ways first, with the old card where it is taken in: whoever comes back shows all
 * of them again. None where nothing is missing today, or where no document would help.
 */
export function useWays(): string[][] {
  const answers = useAnswers();
  const { documents, policy, today } = useWizard();
  const { birthDate } = answersSoFar(answers, policy.fields, today);
  if (birthDate !== null && checkAge(policy, birthDate, today) !== null) return [];
  const asked = askedOf(policy, { birthDate, route: answers.route }, today);
  const { missing, oldCard } = evaluateDocuments(asked, documents.ids);
  if (missing.length === 0 && oldCard !== 'missing') return [];
  const withOldCard = asked.takesOldCardIn === true ? [OLD_CARD_TAKEN_IN] : [];
  return evaluateDocuments(asked, []).ways.map((way) => [...withOldCard, ...way]);
}
