import { t } from '@lingui/core/macro';
import type { AnswerProblem } from '../../../shared/application/answers.ts';
import type { BirthDatePart } from '../../../shared/application/birth-date.ts';
import type { ForbiddenCharacter } from '../../../shared/application/characters.ts';
import { unreachable } from '../../../shared/result.ts';
import { problemInWords } from './problem.ts';

/** What is wrong with an answer, to the clerk who types it. Residents read what `problemInWords` says. */
export function clerkProblemInWords(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'not-a-number':
      return partInWords(problem.part);
    case 'forbidden-character':
      return characterInWords(problem);
    default:
      return problemInWords(problem);
  }
}

/** The three parts of a date share one note, so it names the part. */
function partInWords(part: BirthDatePart): string {
  switch (part) {
    case 'day':
      return t({
        message: 'Enter the day as a number from 1 to 31.',
        comment: 'Error below the day of a birth date.',
      });
    case 'month':
      return problemInWords({ kind: 'no-such-day', part });
    case 'year':
      return problemInWords({ kind: 'too-long-ago', part });
    default:
      return unreachable(part);
  }
}

/** Of what nobody sees there is nothing to name, and nothing to delete by itself. */
function characterInWords(problem: ForbiddenCharacter): string {
  const { reason } = problem;
  switch (reason) {
    case 'control':
    case 'text-direction':
    case 'invisible':
      return t({
        message: 'There is an invisible character here. Clear the field and type it again.',
        comment: 'Error below a field: it has a character that nobody sees, which a card can’t have.',
      });
    case 'unassigned':
      return t({
        message: 'The kiosk doesn’t know one character here. Clear the field and type it again.',
        comment: 'Error below a field.',
      });
    case 'stray-mark':
      return t({
        message: 'There is an accent without a letter. Clear the field and type it again.',
        comment: 'Error below a field.',
      });
    case 'pictograph':
    case 'symbol':
    case 'not-in-a-number':
      return problemInWords(problem);
    default:
      return unreachable(reason);
  }
}
