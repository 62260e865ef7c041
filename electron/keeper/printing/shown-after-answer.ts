import type { ApplicationState } from '../../../shared/application/lifecycle.ts';
import type { PrintEnding, PrintStage } from '../../../shared/contract/printer.ts';

/** What is shown of a print, and kept of it. */
export interface ShownPrint {
  readonly stage: PrintStage | null;
  readonly ending: PrintEnding | null;
}

/**
 * What a print shows after the clerk said whether there is a card: the question is answered, and whoever opens
 * the application again is not asked anew. `next`: the state after the answer.
 */
export function shownAfterAnswer(found: boolean, next: ApplicationState): ShownPrint {
  if (found) return { stage: 'in-tray', ending: { kind: 'in-tray' } };
  // "Completed", and an empty tray: what was read back still stands, and the print begins anew.
  return next.kind === 'printing' ? { stage: 'failed', ending: null } : { stage: null, ending: null };
}
