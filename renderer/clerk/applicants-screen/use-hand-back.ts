import { type RefObject, useEffect, useState } from 'react';
import { problemsOf } from '../../../shared/application/answers.ts';
import { type FieldName, fieldOf } from '../../../shared/application/fields.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import type { WizardStep } from '../steps.ts';

/** How an applicant left the answers. `missing`: the fields that still need something; empty: they answered all. */
export interface HandBack {
  readonly missing: readonly FieldName[];
}

/** How the applicant left the answers; null: a clerk typed them, or the application is past them. */
export function handBackOf(
  { answers, state }: Pick<ApplicationView, 'answers' | 'state'>,
  policy: Pick<CompletePolicy, 'fields'>,
  today: CalendarDate,
  fromApplicant: boolean,
): HandBack | null {
  if (!fromApplicant || state !== 'draft') return null;
  return { missing: problemsOf(answers, policy.fields, today).map(({ field }) => fieldOf(field)) };
}

/** As it was when the wizard opened: from the applicant at this screen, or from one who waits with a ticket. */
export function useHandBack(
  application: Pick<ApplicationView, 'answers' | 'state' | 'ticket'>,
  policy: Pick<CompletePolicy, 'fields'>,
  { inProgress, today }: Pick<KioskStatus, 'inProgress' | 'today'>,
  fromApplicant: RefObject<boolean>,
): HandBack | null {
  const [handBack] = useState(() => {
    const waits = inProgress.some(
      ({ ticket, waitsForClerk }) => waitsForClerk && ticket === application.ticket,
    );
    return handBackOf(application, policy, today, waits || fromApplicant.current);
  });
  useEffect(() => {
    fromApplicant.current = false;
  }, [fromApplicant]);
  return handBack;
}

/** The same until the clerk leaves the step where it was said. */
export function useSaidOnce(handBack: HandBack | null, step: WizardStep): HandBack | null {
  const [at] = useState(step);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (step !== at) setOver(true);
  }, [step, at]);
  return isOver || step !== at ? null : handBack;
}
