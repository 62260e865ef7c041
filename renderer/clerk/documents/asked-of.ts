import { type Answers, answersSoFar } from '../../../shared/application/answers.ts';
import { ageOn } from '../../../shared/application/birth-date.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { type DocumentsFor, documentsFor } from '../../../shared/programme/evaluate-documents.ts';

/** What the policy asks to see of this applicant, as far as their age is known. */
export function askedOf(policy: CompletePolicy, answers: Answers, today: CalendarDate): DocumentsFor {
  const { birthDate } = answersSoFar(answers, policy.fields, today);
  return documentsFor(policy, birthDate === null ? null : ageOn(birthDate, today), answers.route);
}
