import type { PrintEnding, PrintStage } from '../../../shared/contract/printing/printer.ts';

/** What is shown of a print, and kept of it. */
export interface ShownPrint {
  readonly stage: PrintStage | null;
  readonly ending: PrintEnding | null;
}

/**
 * What a print shows after the clerk said whether there is a card: the question is answered, and whoever opens
 * the application again is not asked anew.
 */
export function shownAfterAnswer(found: boolean): ShownPrint {
  return found ? { stage: 'in-tray', ending: { kind: 'in-tray' } } : { stage: 'failed', ending: null };
}
