import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { WizardStep } from '../../clerk/steps.ts';

/** The name of a step in the column of steps. */
export function wizardStepInWords(step: WizardStep): string {
  switch (step) {
    case 'answers':
      return t`Card details`;
    case 'documents':
      return t({
        message: 'Documents',
        comment: 'Name of the second step: the clerk checks the applicant’s documents.',
      });
    case 'photo':
      return t({
        message: 'Photo',
        comment: 'Name of the third step and its heading: the applicant’s photo is taken.',
      });
    case 'check':
      return t({
        message: 'Review',
        comment: 'Name of the fourth step: the applicant reads the card before it is printed.',
      });
    case 'print':
      return t({ message: 'Print', comment: 'Name of the fifth step: the card is printed.' });
    case 'hand-over':
      return t({
        message: 'Handoff',
        comment: 'Name of the sixth step and its heading: the clerk gives the card to the applicant.',
      });
    default:
      return unreachable(step);
  }
}
