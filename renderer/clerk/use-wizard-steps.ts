import { useMemo } from 'react';
import { useStore } from 'zustand';
import { answersSoFar } from '../../shared/application/answers.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import { checkAge } from '../../shared/programme/ages.ts';
import { byCaretaker } from '../../shared/programme/caretaker.ts';
import type { PolicyRules } from '../../shared/programme/complete.ts';
import type { TypedAnswersStore } from '../application/answers/typed-answers.ts';
import { askedOf } from './documents/asked-of.ts';
import { type WizardStep, wizardSteps } from './steps.ts';

/** The steps of an application. A key that makes the applicant no child and no adult draws nothing anew. */
export function useWizardSteps(
  { answers }: ApplicationView,
  policy: PolicyRules,
  today: CalendarDate,
  typed: TypedAnswersStore,
): readonly WizardStep[] {
  const asksForCaretaker = useStore(typed, ({ texts }) => {
    const { birthDate } = answersSoFar({ ...answers, ...texts }, policy.fields, today);
    // Who is too young for a card gets none with a caretaker either.
    if (birthDate !== null && checkAge(policy, birthDate, today) !== null) return false;
    const asked = askedOf(policy, { birthDate, route: answers.route }, today);
    return byCaretaker(asked).words.length > 0;
  });
  return useMemo(() => wizardSteps(asksForCaretaker), [asksForCaretaker]);
}
