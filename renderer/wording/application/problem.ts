import { plural, t } from '@lingui/core/macro';
import type { AnswerProblem } from '../../../shared/application/answers.ts';
import type { ForbiddenCharacter } from '../../../shared/application/characters.ts';
import { unreachable } from '../../../shared/result.ts';

/** "U+202E", for characters that cannot be shown by themselves. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function forbiddenInWords({ character, codePoint, reason }: ForbiddenCharacter): string {
  const code = codePointName(codePoint);
  switch (reason) {
    case 'control':
      return t`An invisible control character (${code}) can’t be printed. Remove it.`;
    case 'text-direction':
      return t`An invisible character (${code}) turns the text around. Remove it.`;
    case 'invisible':
      return t`An invisible character (${code}) can’t be printed. Remove it.`;
    case 'unassigned':
      return t`The kiosk doesn’t know one character (${code}). Remove it.`;
    case 'stray-mark':
      return t`An accent (${code}) has no letter. Type that letter again.`;
    case 'pictograph':
    case 'symbol':
      return t`‘${character}’ can’t be printed on the card. Remove it.`;
    case 'not-in-a-number':
      return t`This number can’t contain ‘${character}’. Remove it.`;
    default:
      return unreachable(reason);
  }
}

/** What is wrong with an answer, and what to do. */
export function problemInWords(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'empty':
      return t`Fill this in.`;
    case 'needed-with':
      return problem.other === 'phone'
        ? t`Enter the contact’s name, or clear the number.`
        : t`Enter the contact’s phone number, or clear the name.`;
    case 'too-long': {
      const over = problem.length - problem.limit;
      return plural(over, {
        one: `# letter too long: the card has room for ${problem.limit}. Ask the applicant how to shorten it.`,
        other: `# letters too long: the card has room for ${problem.limit}. Ask the applicant how to shorten it.`,
      });
    }
    case 'no-letter':
      return t`Enter at least one letter.`;
    case 'wrong-digit-count':
      return problem.digits < problem.minimum
        ? t`This number is too short: ${problem.digits} digits. Enter at least ${problem.minimum}.`
        : t`This number is too long: ${problem.digits} digits. Use ${problem.maximum} at most.`;
    case 'forbidden-character':
      return forbiddenInWords(problem);
    case 'not-a-number':
      return t`Use digits only.`;
    case 'no-such-day':
      if (problem.part === 'year') return t`Check the year. It has four digits, like 1987.`;
      return problem.part === 'month'
        ? t`Enter the month as a number from 1 to 12.`
        : t`That date doesn’t exist. Check the day and month.`;
    case 'in-the-future':
      return t`This date is in the future. Check it.`;
    case 'too-long-ago':
      return t`Check the year. It has four digits, like 1987.`;
    default:
      return unreachable(problem);
  }
}
