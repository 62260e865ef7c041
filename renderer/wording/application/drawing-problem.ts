import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { DrawingProblem } from '../../application/preview/drawing-problem.ts';

/** "U+10DC", for a letter that a clerk may not know. */
function codePointName(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Why the card cannot be drawn, and what to do. */
export function drawingProblemInWords(problem: DrawingProblem): string {
  switch (problem.kind) {
    case 'uncovered': {
      const { character } = problem;
      const code = codePointName(character);
      return t({
        message: `This kiosk can’t print “${character}” (${code}). Ask for another spelling.`,
        comment:
          'Note below the card. {character} is one letter as typed, {code} its Unicode number, like U+10DC.',
      });
    }
    case 'does-not-fit':
      return t`This doesn’t fit on the card. Ask the applicant how to shorten it.`;
    default:
      return unreachable(problem);
  }
}
