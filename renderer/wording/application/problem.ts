import { plural, t } from '@lingui/core/macro';
import type { AnswerProblem, Missing } from '../../../shared/application/answers.ts';
import type { BirthDatePart } from '../../../shared/application/birth-date.ts';
import type { ForbiddenCharacter } from '../../../shared/application/characters.ts';
import { unreachable } from '../../../shared/result.ts';

/** Of what nobody sees there is nothing to name, and nothing to delete by itself. */
function forbiddenInWords({ character, reason }: ForbiddenCharacter): string {
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
        comment: 'Error below a field: one character of it is in no script, so it can’t be named.',
      });
    case 'stray-mark':
      return t({
        message: 'There is an accent without a letter. Clear the field and type it again.',
        comment: 'Error below a field: a mark like that of é is there without the letter under it.',
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

/** What to enter in a field that must not stay empty. */
function missingInWords(missing: Missing): string {
  switch (missing) {
    case 'name':
      return t({
        message: 'Enter the name for the card.',
        comment: 'Error below the empty field for the applicant’s name, to them or to a clerk.',
      });
    case 'choice':
      return t`Choose one from the list.`;
    case 'text':
      return t({
        message: 'Enter what should be on the card.',
        comment: 'Error below an empty field for a text, like “Height”, that can’t stay empty.',
      });
    case 'number':
      return t({
        message: 'Enter the number.',
        comment: 'Error below an empty field for a number in digits, like that of a library card.',
      });
    case 'contact-name':
      return t({
        message: 'Enter the contact’s name.',
        comment: 'Error below an emergency contact: both name and phone number must be given.',
      });
    case 'contact-phone':
      return t({
        message: 'Enter the contact’s phone number.',
        comment: 'Error below an emergency contact: both name and phone number must be given.',
      });
    default:
      return unreachable(missing);
  }
}

/**
 * How a part of a date is entered: said where it is empty, or no number that it can be. The three parts share one note, so
 * each is named.
 */
function partInWords(part: BirthDatePart): string {
  switch (part) {
    case 'day':
      return t({
        message: 'Enter the day as a number from 1 to 31.',
        comment: 'Error below the day of a birth date.',
      });
    case 'month':
      return t({
        message: 'Enter the month as a number from 1 to 12.',
        comment: 'Error below the month of a birth date.',
      });
    case 'year':
      return t({
        message: 'Enter the year with four digits, like 1987.',
        comment: 'Error below the year of a birth date.',
      });
    default:
      return unreachable(part);
  }
}

/** What is wrong with an answer, and what to do. */
export function problemInWords(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'part' in problem ? partInWords(problem.part) : missingInWords(problem.missing);
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
      return partInWords(problem.part);
    case 'no-such-day':
      return problem.part === 'day'
        ? t({
            message: 'That date doesn’t exist. Check the day and month.',
            comment: 'Error below a birth date, like February 30.',
          })
        : partInWords(problem.part);
    case 'in-the-future':
      return t({
        message: 'This date is in the future. Check it, and enter the year like 1987.',
        comment:
          'Error below a birth date. Most who read it entered the year of another calendar, like 2530: a language of people who have one may name the calendar.',
      });
    case 'too-long-ago':
      return t({
        message: 'This date is too long ago. Check the year.',
        comment: 'Error below a birth date: nobody who lives was born then, like in 1887.',
      });
    default:
      return unreachable(problem);
  }
}
