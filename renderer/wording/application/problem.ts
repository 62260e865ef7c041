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
      return t({
        message: `An invisible control character (${code}) can’t be printed. Remove it.`,
        comment: 'Error below a field. {code} is the character’s Unicode number, like U+0007.',
      });
    case 'text-direction':
      return t({
        message: `An invisible character (${code}) turns the text around. Remove it.`,
        comment:
          'Error below a field: the character changes the direction of writing. {code} is its Unicode number, like U+202E.',
      });
    case 'invisible':
      return t({
        message: `An invisible character (${code}) can’t be printed. Remove it.`,
        comment: 'Error below a field. {code} is the character’s Unicode number, like U+200B.',
      });
    case 'unassigned':
      return t({
        message: `The kiosk doesn’t know one character (${code}). Remove it.`,
        comment: 'Error below a field. {code} is the character’s Unicode number.',
      });
    case 'stray-mark':
      return t({
        message: `An accent (${code}) has no letter. Type that letter again.`,
        comment: 'Error below a field. {code} is the Unicode number of the accent, like U+0301.',
      });
    case 'pictograph':
    case 'symbol':
      return t({
        message: `‘${character}’ can’t be printed on the card. Remove it.`,
        comment: 'Error below a field. {character} is a symbol that was typed, like ★.',
      });
    case 'not-in-a-number':
      return t({
        message: `This number can’t contain ‘${character}’. Remove it.`,
        comment: 'Error below a field for digits. {character} is the one that was typed.',
      });
    default:
      return unreachable(reason);
  }
}

/** What is wrong with an answer, and what to do. */
export function problemInWords(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'empty':
      return t({ message: 'Fill this in.', comment: 'Error below a field that must not stay empty.' });
    case 'needed-with':
      return problem.other === 'phone'
        ? t({
            message: 'Enter the contact’s name, or clear the number.',
            comment:
              'Error below an emergency contact: only the phone number was given. To clear is to empty the field.',
          })
        : t({
            message: 'Enter the contact’s phone number, or clear the name.',
            comment:
              'Error below an emergency contact: only the name was given. To clear is to empty the field.',
          });
    case 'not-a-choice':
      return t({ message: 'Choose one from the list.', comment: 'Error below a list of choices.' });
    case 'too-long': {
      const { limit } = problem;
      const over = problem.length - limit;
      return t({
        message: plural(over, {
          one: `# letter too long: the card has room for ${limit}. Ask the applicant how to shorten it.`,
          other: `# letters too long: the card has room for ${limit}. Ask the applicant how to shorten it.`,
        }),
        comment: 'Error below a field. # is how many letters are too many, {limit} how many fit.',
      });
    }
    case 'no-letter':
      return t({
        message: 'Enter at least one letter.',
        comment: 'Error below a field for a name that has signs or digits only.',
      });
    case 'wrong-digit-count': {
      const { digits, minimum, maximum } = problem;
      return digits < minimum
        ? t({
            message: `This number is too short: ${digits} digits. Enter at least ${minimum}.`,
            comment: 'Error below a field. {digits} is how many were typed.',
          })
        : t({
            message: `This number is too long: ${digits} digits. Use ${maximum} at most.`,
            comment: 'Error below a field. {digits} is how many were typed.',
          });
    }
    case 'forbidden-character':
      return forbiddenInWords(problem);
    case 'not-a-number':
      return t({ message: 'Use digits only.', comment: 'Error below a field for a number.' });
    case 'no-such-day':
      if (problem.part === 'year')
        return t({
          message: 'Check the year. It has four digits, like 1987.',
          comment: 'Error below the year of a birth date.',
        });
      return problem.part === 'month'
        ? t({
            message: 'Enter the month as a number from 1 to 12.',
            comment: 'Error below the month of a birth date.',
          })
        : t({
            message: 'That date doesn’t exist. Check the day and month.',
            comment: 'Error below a birth date, like February 30.',
          });
    case 'in-the-future':
      return t({ message: 'This date is in the future. Check it.', comment: 'Error below a birth date.' });
    case 'too-long-ago':
      return t`Check the year. It has four digits, like 1987.`;
    default:
      return unreachable(problem);
  }
}
