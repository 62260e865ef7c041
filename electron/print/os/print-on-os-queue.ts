import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OsPrintReport, osPrintReport } from '../../../shared/contract/os-printing.ts';
import type { OsPrinter } from '../../../shared/contract/printer.ts';
import type { CardDrawing } from '../../drawing/draw-card.ts';
import type { CardToPrint } from '../card/card-to-print.ts';
import type { Surroundings } from '../surroundings.ts';

const DOTS_PER_INCH = 600;

/** How an Electron process is started that prints for this worker. */
export interface OsPrintingLaunch {
  readonly executable: string;
  readonly arguments: readonly string[];
}

/**
 * Prints on a queue of Windows or macOS through an Electron process of its own, which ends with the card. All
 * that comes back is that the data was handed over, so every card ends with the question. Untested on both
 * systems (docs/printers.md).
 */
export async function printOnOsQueue(
  card: CardToPrint,
  printer: OsPrinter,
  drawing: CardDrawing,
  launch: OsPrintingLaunch,
  around: Surroundings,
): Promise<void> {
  if (process.platform === 'linux') {
    return around.report({ kind: 'no-card', why: { kind: 'not-on-this-system' } });
  }
  const front = drawing.drawFacePng(card.faces.front, card.photo, DOTS_PER_INCH);
  const back = drawing.drawFacePng(card.faces.back, card.photo, DOTS_PER_INCH);
  if (!front.ok || !back.ok) return around.report({ kind: 'no-card', why: { kind: 'not-drawable' } });
  await card.register('front PNG', front.value);
  await card.register('back PNG', back.value);
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-print-'));
  try {
    const child = spawn(launch.executable, [...launch.arguments, '--print-on-os-queue'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, COUNTERFOIL_OS_PRINTING_FOLDER: folder },
    });
    const end = await listen(child, () => {
      child.send({ queue: printer.name, front: front.value, back: back.value });
      return around.report({ kind: 'stage', stage: 'sent' });
    });
    await around.report(reportOf(end));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the process says last; null: it ended without a word. */
function listen(child: ChildProcess, whenReady: () => Promise<void>): Promise<OsPrintReport | null> {
  return new Promise((resolve, reject) => {
    let last: OsPrintReport | null = null;
    child.on('message', (message) => {
      const report = osPrintReport.parse(message);
      if (report.kind === 'ready') whenReady().catch(reject);
      else last = report;
    });
    child.once('error', () => resolve(null));
    child.once('exit', () => resolve(last));
  });
}

function reportOf(end: OsPrintReport | null): Parameters<Surroundings['report']>[0] {
  switch (end?.kind) {
    case 'handed-over':
      return { kind: 'doubt', doubt: 'cannot-know' };
    case 'no-such-queue':
      return { kind: 'no-card', why: { kind: 'no-such-queue' } };
    default:
      return { kind: 'doubt', doubt: 'interrupted' };
  }
}
