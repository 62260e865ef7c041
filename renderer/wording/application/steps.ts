import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { WizardStep } from '../../clerk/steps.ts';

/** The name of a step in the column of steps. */
export function wizardStepInWords(step: WizardStep): string {
  switch (step) {
    case 'answers':
      return t`Card details`;
    case 'documents':
      return t`Documents`;
    case 'photo':
      return t`Photo`;
    case 'check':
      return t`Review`;
    case 'print':
      return t`Print`;
    case 'hand-over':
      return t`Handoff`;
    default:
      return unreachable(step);
  }
}
