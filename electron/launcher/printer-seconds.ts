import { err, ok, type Result } from '../../shared/result.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { shortened } from './shortened.ts';

/** The same bounds as the printer's own contract; a test holds the two together. */
const MOST_SECONDS_PER_FACE = 60;

/** Seconds that the built-in printer takes for a face: as told, or as usual. */
export function readPrinterSeconds(
  told: string | null,
  usual: number,
): Result<number, Extract<StartProblem, { readonly kind: 'wrong-value' }>> {
  if (told === null) return ok(usual);
  const seconds = Number(told);
  if (seconds >= 0 && seconds <= MOST_SECONDS_PER_FACE) return ok(seconds);
  const takes = `takes a number of seconds from 0 to ${MOST_SECONDS_PER_FACE}`;
  return err({ kind: 'wrong-value', name: 'COUNTERFOIL_PRINTER_SECONDS', value: shortened(told), takes });
}
