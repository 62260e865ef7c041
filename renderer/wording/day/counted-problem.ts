import { t } from '@lingui/core/macro';
import type { CountedProblem } from '../../../shared/counter-day/read-counted.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why a number of blank cards can't be taken. */
export function blanksProblemInWords(problem: CountedProblem): string {
  switch (problem) {
    case 'empty':
      return t({ message: 'Count the blank cards and enter the number.', comment: 'Error below a field.' });
    case 'no-number':
      return t({ message: 'Enter the number in digits, like 480.', comment: 'Error below a field.' });
    case 'too-many':
      return t({ message: 'Enter a number up to 99,999.', comment: 'Error below a field.' });
    default:
      return unreachable(problem);
  }
}

/** Why an amount of money can't be taken. */
export function moneyProblemInWords(problem: Exclude<CountedProblem, 'empty'>): string {
  switch (problem) {
    case 'no-number':
      return t({
        message: 'Enter the amount in digits, like 280 or 280.00.',
        comment: 'Error below a field for money.',
      });
    case 'too-many':
      return t({
        message: 'That’s more than a drawer holds. Check the amount.',
        comment: 'Error below a field for money.',
      });
    default:
      return unreachable(problem);
  }
}
