import type { ValidAnswers } from '../../../shared/application/answers.ts';
import { ageOn } from '../../../shared/application/birth-date.ts';
import type { Route } from '../../../shared/application/route.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { PolicyRules } from '../../../shared/programme/complete.ts';
import { type DocumentsFor, documentsFor } from '../../../shared/programme/documents/evaluate-documents.ts';

/** What the policy asks to see of this applicant, as far as their age is known. */
export function askedOf(
  policy: PolicyRules,
  { birthDate, route }: { readonly birthDate: ValidAnswers['birthDate'] | null; readonly route: Route },
  today: CalendarDate,
): DocumentsFor {
  return documentsFor(policy, birthDate === null ? null : ageOn(birthDate, today), route);
}
