import { t } from '@lingui/core/macro';
import type { AnswerFault } from '../../application/answers/answer-form.ts';
import { ownDrawingProblemInWords, ownProblemInWords } from './problem.ts';

/**
 * What a screen reader says by itself of a fault at a field, to a resident whom others may hear: no letter of a name, and
 * nothing that follows from a birth date. What exactly it is stands at the field, which says it to whoever goes there.
 */
export function ownFaultAloud(fault: AnswerFault): string {
  switch (fault.kind) {
    case 'very-old':
    case 'born-today':
    case 'digit-in-name':
    case 'uncovered':
    case 'forbidden-character':
      return t`Check what you entered`;
    case 'does-not-fit':
      return ownDrawingProblemInWords(fault);
    default:
      return ownProblemInWords(fault);
  }
}
