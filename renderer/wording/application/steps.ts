import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { WizardStep } from '../../clerk/steps.ts';

/** The name of a step in the column of steps. */
export function wizardStepInWords(step: WizardStep): string {
  switch (step) {
    case 'answers':
      return t`Card details`;
    case 'caretaker':
      return t({
        message: 'Caretaker',
        context: 'step',
        comment:
          'Name of a step and its heading, at some ages only: an adult who answers for the applicant has come along.',
      });
    case 'documents':
      return t({
        message: 'Documents',
        comment: 'Name of a step: the clerk checks the applicant’s documents.',
      });
    case 'photo':
      return t({
        message: 'Photo',
        comment: 'Name of a step and its heading: the applicant’s photo is taken.',
      });
    case 'check':
      return t({
        message: 'Review',
        comment: 'Name of a step: the applicant reads the card before it is printed.',
      });
    case 'print':
      return t({ message: 'Print', comment: 'Name of a step: the card is printed.' });
    case 'hand-over':
      return t({
        message: 'Handoff',
        comment: 'Name of a step and its heading: the clerk gives the card to the applicant.',
      });
    default:
      return unreachable(step);
  }
}
