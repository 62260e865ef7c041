import { type Answers, checkAnswers, type ValidAnswers } from '../application/answers.ts';
import { ageOn } from '../application/birth-date.ts';
import type { CalendarDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import { checkAge } from './ages.ts';
import type { PolicyRules } from './complete.ts';
import { areEnough, documentsFor } from './documents/evaluate-documents.ts';

/**
 * The answers if the applicant may have a card today: they hold, the applicant is old enough, and the documents prove what
 * is asked of somebody of that age.
 */
export function checkEligibility(
  policy: PolicyRules,
  answers: Answers,
  today: CalendarDate,
): Result<ValidAnswers, { readonly kind: 'answers-incomplete' | 'documents-incomplete' }> {
  const checked = checkAnswers(answers, policy.fields, today);
  if (!checked.ok || checkAge(policy, checked.value.birthDate, today) !== null)
    return err({ kind: 'answers-incomplete' });
  const asked = documentsFor(policy, ageOn(checked.value.birthDate, today), answers.route);
  return areEnough(asked, answers.documents) ? ok(checked.value) : err({ kind: 'documents-incomplete' });
}
