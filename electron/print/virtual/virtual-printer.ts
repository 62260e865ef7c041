import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VirtualPrinter } from '../../../shared/contract/printing/printer.ts';
import type { CardDrawing } from '../../lib/drawing/draw-card.ts';
import type { CardToPrint } from '../card/card-to-print.ts';
import type { WorkerContext } from '../worker-context.ts';
import { drawTray } from './draw-tray.ts';

/**
 * The built-in card printer. Takes its time like a real one, front before back, and puts the finished card
 * into a tray that is shown on the screen. It writes to a disk only if the user named a folder.
 */
export async function printOnVirtualPrinter(
  card: CardToPrint,
  printer: VirtualPrinter,
  drawing: CardDrawing,
  context: WorkerContext,
): Promise<void> {
  const drawn = await drawTray(card, drawing);
  if (drawn === null) return context.report({ kind: 'no-card', why: { kind: 'not-drawable' } });
  const { front, back, pdf } = drawn;

  await context.report({ kind: 'stage', stage: 'sent' });
  for (const stage of ['front', 'back'] as const) {
    await context.report({ kind: 'stage', stage });
    await context.waitUnlessStopped(printer.secondsPerFace * 1000);
    // No card in the built-in printer's tray before both faces are on it, so a stopped one is no card.
    if (context.isStopped()) return context.report({ kind: 'no-card', why: { kind: 'not-sent' } });
  }
  if (printer.folder !== null) {
    await mkdir(printer.folder, { recursive: true });
    await writeFile(join(printer.folder, 'card-front.png'), front);
    await writeFile(join(printer.folder, 'card-back.png'), back);
    await writeFile(join(printer.folder, 'card.pdf'), pdf);
  }
  await context.report({ kind: 'in-tray', tray: card.seal({ front, back }) });
}
