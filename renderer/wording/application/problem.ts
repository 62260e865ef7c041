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
      return t`An invisible control character (${code}) cannot be printed. Please remove it.`;
    case 'text-direction':
      return t`An invisible character (${code}) turns the text around. Please remove it.`;
    case 'invisible':
      return t`An invisible character (${code}) cannot be printed. Please remove it.`;
    case 'unassigned':
      return t`The kiosk does not know one character (${code}). Please remove it.`;
    case 'stray-mark':
      return t`An accent (${code}) has no letter. Please type that letter again.`;
    case 'pictograph':
    case 'symbol':
      return t`The character ‘${character}’ cannot be printed on the card. Please remove it.`;
    case 'not-in-a-number':
      return t`The character ‘${character}’ cannot be part of this number. Please remove it.`;
    default:
      return unreachable(reason);
  }
}

/** What is wrong with an answer, and what to do. */
export function problemInWords(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'empty':
      return t`Please fill this in.`;
    case 'needed-with':
      return problem.other === 'phone'
        ? t`Whose number is it? Please type the name, or empty the number.`
        : t`Please type the contact’s phone number, or empty the name.`;
    case 'too-long': {
      const over = problem.length - problem.limit;
      return plural(over, {
        one: `# letter too many: the card has room for ${problem.limit}. Please shorten it with the person.`,
        other: `# letters too many: the card has room for ${problem.limit}. Please shorten it with the person.`,
      });
    }
    case 'no-letter':
      return t`There is no letter in this. Please type at least one.`;
    case 'wrong-digit-count':
      return problem.digits < problem.minimum
        ? t`This number is too short: ${problem.digits} digits, at least ${problem.minimum} are needed.`
        : t`This number is too long: ${problem.digits} digits, at most ${problem.maximum} are possible.`;
    case 'forbidden-character':
      return forbiddenInWords(problem);
    case 'not-a-number':
      return t`Please type digits only.`;
    case 'no-such-day':
      return problem.part === 'month'
        ? t`There is no such month: 1 to 12, please.`
        : t`There is no such day. Please check it.`;
    case 'in-the-future':
      return t`This day is still to come. Please check.`;
    case 'too-long-ago':
      return t`Please type all four digits of the year.`;
    default:
      return unreachable(problem);
  }
}
