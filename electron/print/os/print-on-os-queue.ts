import type { OsPrinter } from '../../../shared/contract/printing/printer.ts';
import type { CardDrawing } from '../../lib/drawing/draw-card.ts';
import type { CardToPrint } from '../card/card-to-print.ts';
import type { WorkerContext } from '../worker-context.ts';
import { printThroughElectron } from './print-through-electron.ts';

const DOTS_PER_INCH = 600;

/**
 * Prints on a queue of Windows or macOS through an Electron process of its own, which ends with the card. All
 * that comes back is that the data was handed over, so every card ends with the question. Untested on both
 * systems (docs/printers.md).
 */
export async function printOnOsQueue(
  card: CardToPrint,
  printer: OsPrinter,
  drawing: CardDrawing,
  context: WorkerContext,
): Promise<void> {
  if (process.platform === 'linux') {
    return context.report({ kind: 'no-card', why: { kind: 'not-on-this-system' } });
  }
  const [front, back] = await Promise.all([
    drawing.drawFacePng(card.faces.front, card.photo, DOTS_PER_INCH),
    drawing.drawFacePng(card.faces.back, card.photo, DOTS_PER_INCH),
  ]);
  if (!front.ok || !back.ok) return context.report({ kind: 'no-card', why: { kind: 'not-drawable' } });
  await card.register('front PNG', front.value);
  await card.register('back PNG', back.value);
  const faces = { front: front.value, back: back.value };
  await context.report(await printThroughElectron(faces, printer.name, context));
}
