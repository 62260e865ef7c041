import { type Outcome, refused } from '../outcome.ts';
import { judgeGiven, type KnownOfKiosk } from './judge-given.ts';
import { outcomeOf } from './sentences.ts';

/**
 * Checks a receipt: a code, or a file with one or with its data. Code 1: it was altered, or the kiosk that is known did not make it;
 * code 2: it could not be told, or nothing that is known speaks for the key that signed it.
 */
export function verify(given: string, known: KnownOfKiosk): Outcome {
  const judged = judgeGiven(given, known);
  return judged.ok ? outcomeOf(judged.value) : refused(judged.error);
}
