import type { WorkerPreparation } from '../../shared/contract/worker.ts';
import { testCard } from './card/card-to-print.ts';
import { drawDocument } from './card/draw-document.ts';
import type { WorkerContext } from './worker-context.ts';

/**
 * Makes this process ready for a card: loads what draws it, and draws the card of an invented person as this printer
 * takes it, which reads the fonts and lets the compiler see its work once. The document is thrown away; fonts and ground stay.
 */
export async function prepare(
  { printer, programme }: WorkerPreparation,
  context: WorkerContext,
): Promise<void> {
  await drawDocument(testCard(programme), printer, await context.drawing());
}
