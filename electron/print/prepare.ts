import type { WorkerPreparation } from '../../shared/contract/worker.ts';
import { unreachable } from '../../shared/result.ts';
import { testCard } from './card/card-to-print.ts';
import { drawDocument } from './card/draw-document.ts';
import { drawTray } from './virtual/draw-tray.ts';
import type { WorkerContext } from './worker-context.ts';

/**
 * Makes this process ready for a card: loads what draws it, and draws the card of an invented person as this printer
 * takes it, with a photo of nobody. That reads the fonts and lets the compiler see its work once. What was drawn is thrown
 * away; fonts and ground stay.
 */
export async function prepare(
  { printer, programme }: WorkerPreparation,
  context: WorkerContext,
): Promise<void> {
  const drawing = await context.drawing();
  // Loaded with the drawing and not before: most workers draw nothing.
  const { photoOfNobody } = await import('./card/photo-of-nobody.ts');
  const card = { ...testCard(programme), photo: photoOfNobody() };
  switch (printer.driver) {
    case 'virtual':
      if (__EVALUATION__) await drawTray(card, drawing);
      return;
    case 'ipp':
      await drawDocument(card, printer, drawing);
      return;
    default:
      unreachable(printer);
  }
}
