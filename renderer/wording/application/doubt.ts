import { t } from '@lingui/core/macro';
import type { AnswerDoubt } from '../../../shared/application/doubt.ts';
import { unreachable } from '../../../shared/result.ts';

/** What is asked about an answer that may well be right. Going on answers it. */
export function doubtInWords(doubt: AnswerDoubt): string {
  switch (doubt.kind) {
    case 'very-old': {
      const { age } = doubt;
      return t({
        message: `That makes the applicant ${age} years old. Check the year, then continue.`,
        comment: 'Question below the birth date. {age} is a high number of years, like 117.',
      });
    }
    case 'born-today':
      return t({
        message: 'That is today’s date. Check it, then continue.',
        comment: 'Question below the birth date.',
      });
    case 'digit-in-name': {
      const { digit } = doubt;
      return t({
        message: `This name has a digit (${digit}). Check it, then continue.`,
        comment: 'Question below a name. {digit} is the digit that was typed in it.',
      });
    }
    default:
      return unreachable(doubt);
  }
}
