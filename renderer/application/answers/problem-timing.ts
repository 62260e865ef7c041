import type { AnswerProblem } from '../../../shared/application/answers.ts';

/**
 * Whether a problem may be told now. What can only get worse by typing on is told at once; what is merely
 * unfinished is told when the field was left; what is missing, only when going on was refused.
 */
export function mayShow(problem: AnswerProblem, touched: boolean, attempted: boolean): boolean {
  if (attempted) return true;
  switch (problem.kind) {
    case 'forbidden-character':
    case 'too-long':
      return true;
    case 'empty':
      return false;
    default:
      return touched;
  }
}
