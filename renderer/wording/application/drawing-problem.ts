import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { DrawingProblem } from '../../clerk/preview/drawing-problem.ts';
import { codePointName } from './problem.ts';

/** Why the card cannot be drawn, and what to do. */
export function drawingProblemInWords(problem: DrawingProblem): string {
  switch (problem.kind) {
    case 'uncovered': {
      const { character } = problem;
      const code = codePointName(character.codePointAt(0) ?? 0);
      return t`No font of this kiosk can print the character ‘${character}’ (${code}). Please ask for another spelling.`;
    }
    case 'does-not-fit':
      return t`This does not fit on the card. Please shorten it with the person.`;
    default:
      return unreachable(problem);
  }
}
