import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFaces } from '../../../shared/card/faces.ts';
import { sealedCard } from '../../../shared/contract/sealed-content.ts';
import type { PrintOrder, WorkerReport } from '../../../shared/contract/worker.ts';
import { windowsOf } from '../../../shared/remanence/windows.ts';
import { createCardDrawing } from '../../drawing/draw-card.ts';
import { fontsIn } from '../../drawing/font-catalogue.ts';
import { open } from '../../sealing/seal.ts';
import { openContent, sealContent } from '../../sealing/sealed-content.ts';

const DOTS_PER_INCH = 300;
const WINDOWS_OF_A_PRODUCT = 16;

/** What a printer needs of its worker: a way to report, and time. */
export interface VirtualPrinterSurroundings {
  report(report: WorkerReport): Promise<void>;
  wait(seconds: number): Promise<void>;
}

/**
 * The built-in card printer. Takes its time like a real one, front before back, and puts the finished card
 * into a tray that is shown on the screen. It writes to a disk only if the user named a folder.
 */
export async function printOnVirtualPrinter(
  order: PrintOrder,
  around: VirtualPrinterSurroundings,
): Promise<void> {
  const { key, application, printer } = order;
  const content = openContent(key, application, 'card', order.card, sealedCard);
  const photo = open(key, application, 'photo', order.photo);
  if (!content.ok || !photo.ok) return around.report({ kind: 'refused' });
  const drawing = createCardDrawing({ resolveFont: fontsIn(process.env.COUNTERFOIL_FONTS ?? '') });
  const faces = describeFaces(content.value.card, content.value.programme);
  const front = drawing.drawFacePng(faces.front, photo.value, DOTS_PER_INCH);
  const back = drawing.drawFacePng(faces.back, photo.value, DOTS_PER_INCH);
  const pixels = drawing.drawFacePixels(faces.front, photo.value, DOTS_PER_INCH);
  const pdf = drawing.drawCardPdf(faces, photo.value);
  if (!front.ok || !back.ok || !pixels.ok || !pdf.ok) return around.report({ kind: 'refused' });

  // Whatever was made is registered before anything of it can leave this process.
  const products: readonly (readonly [string, Uint8Array])[] = [
    ['front PNG', front.value],
    ['back PNG', back.value],
    ['front pixel rows', pixels.value.rgba],
    ['PDF', pdf.value],
  ];
  for (const [product, bytes] of products) {
    const windows = windowsOf(bytes, WINDOWS_OF_A_PRODUCT);
    await around.report({
      kind: 'windows',
      sealed: sealContent(key, application, 'windows', { product, windows }),
    });
  }
  await around.report({ kind: 'stage', stage: 'sent' });
  await around.report({ kind: 'stage', stage: 'front' });
  await around.wait(printer.secondsPerFace);
  await around.report({ kind: 'stage', stage: 'back' });
  await around.wait(printer.secondsPerFace);
  if (printer.folder !== null) {
    await mkdir(printer.folder, { recursive: true });
    await writeFile(join(printer.folder, 'card-front.png'), front.value);
    await writeFile(join(printer.folder, 'card-back.png'), back.value);
    await writeFile(join(printer.folder, 'card.pdf'), pdf.value);
  }
  const tray = sealContent(key, application, 'tray', { front: front.value, back: back.value });
  await around.report({ kind: 'in-tray', tray });
}
