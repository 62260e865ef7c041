import { type RefObject, useMemo } from 'react';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import type { PolicyRules } from '../../shared/programme/complete.ts';
import { type HandBack, useHandBack, useSaidOnce } from './applicants-screen/use-hand-back.ts';
import type { PlaceInWizard, WizardStep } from './steps.ts';
import { type StepOfWizard, useStep } from './use-step.ts';

/** The step at hand, the ways to another one, and how the applicant left the answers. */
export interface Way extends StepOfWizard {
  /** See `Wizard`. */
  readonly handBack: HandBack | null;
}

/** See `Way`; another object only when something of it is another. */
export function useWay(
  { application, policy, status, steps }: WayOf,
  { leftAt, fromApplicant }: { leftAt: RefObject<PlaceInWizard | null>; fromApplicant: RefObject<boolean> },
): Way {
  const left = useHandBack(application, policy, status, fromApplicant);
  const way = useStep(application.state, steps, leftAt, left?.missing.length === 0);
  const { step, leftAnswers, isReopened, goTo, goBack, changing, reopen } = way;
  const handBack = useSaidOnce(left, step);
  return useMemo(
    () => ({ step, leftAnswers, isReopened, goTo, goBack, changing, reopen, handBack }),
    [step, leftAnswers, isReopened, goTo, goBack, changing, reopen, handBack],
  );
}

/** What the way is of. */
interface WayOf {
  readonly application: ApplicationView;
  readonly policy: PolicyRules;
  readonly status: KioskStatus;
  readonly steps: readonly WizardStep[];
}
