import { useLingui } from '@lingui/react/macro';
import type { WizardStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** What is said before a step's heading: its place among the steps of this application. */
export function useStepLead(step: WizardStep): string {
  const { t } = useLingui();
  const { steps } = useWizard();
  const number = steps.indexOf(step) + 1;
  const all = steps.length;
  return t({
    message: `Step ${number} of ${all}`,
    comment: 'Said by screen readers before the heading of a clerk’s step.',
  });
}
