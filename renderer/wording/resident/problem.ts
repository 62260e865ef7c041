import { plural, t } from '@lingui/core/macro';
import type { AnswerProblem } from '../../../shared/application/answers.ts';
import type { AnswerDoubt } from '../../../shared/application/doubt.ts';
import { unreachable } from '../../../shared/result.ts';
import type { DrawingProblem } from '../../application/preview/drawing-problem.ts';
import { doubtInWords } from '../application/doubt.ts';
import { problemInWords } from '../application/problem.ts';

/** What is wrong with an answer, to whom it belongs. */
export function ownProblemInWords(problem: AnswerProblem): string {
  if (problem.kind !== 'too-long') return problemInWords(problem);
  const { limit } = problem;
  const over = problem.length - limit;
  return t({
    message: plural(over, {
      one: `This is # letter too long. The card has room for ${limit}. Enter a shorter form of it.`,
      other: `This is # letters too long. The card has room for ${limit}. Enter a shorter form of it.`,
    }),
    comment:
      'Error below a field on a resident’s screen. # is how many letters are too many, {limit} how many fit.',
  });
}

/** What is asked about an answer that may well be right, to whom it belongs. Going on answers it. */
export function ownDoubtInWords(doubt: AnswerDoubt): string {
  if (doubt.kind !== 'very-old') return doubtInWords(doubt);
  const { age } = doubt;
  return t({
    message: `That makes you ${age} years old. Check the year, then continue.`,
    comment:
      'Question below the birth date on a resident’s screen. {age} is a high number of years, like 117.',
  });
}

/** Why the card cannot be drawn, to whose card it is. */
export function ownDrawingProblemInWords(problem: DrawingProblem): string {
  switch (problem.kind) {
    case 'uncovered': {
      const { character } = problem;
      return t({
        message: `The card can’t be printed with ‘${character}’. Use another spelling, or ask a clerk.`,
        comment: 'Error below a field on a resident’s screen. {character} is one letter as typed.',
      });
    }
    case 'does-not-fit':
      return t({
        message: 'This is too long for the card. Enter a shorter form of it, or ask a clerk.',
        comment: 'Error below a field on a resident’s screen.',
      });
    default:
      return unreachable(problem);
  }
}
