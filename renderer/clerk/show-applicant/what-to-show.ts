import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import type { ProgrammeNotice } from '../../../shared/programme/routes.ts';
import type { WizardStep } from '../steps.ts';

/** The notices of the policy that belong to a step. */
export function noticesAt(
  step: WizardStep,
  { notices = [] }: Pick<CompletePolicy, 'notices'>,
): readonly ProgrammeNotice[] {
  const at = step === 'answers' ? 'before-answers' : step;
  return notices.filter((notice) => notice.at === at);
}

/**
 * Whether a step has something that the applicant may want to read on the clerk's screen: a notice or the slip of a refusal,
 * and the questions and what is still missing where they may read another language than the clerk. `isOff`: applicants never
 * use this kiosk themselves, so nobody is asked for their language.
 */
export function hasToShow(
  step: WizardStep,
  { answers: { language }, denial }: Pick<ApplicationView, 'answers' | 'denial'>,
  policy: Pick<CompletePolicy, 'notices'>,
  isOff: boolean,
): boolean {
  if (denial !== null || noticesAt(step, policy).length > 0) return true;
  return (language !== 'en' || !isOff) && (step === 'answers' || step === 'documents');
}
