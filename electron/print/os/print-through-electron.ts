import { type ChildProcess, spawn } from 'node:child_process';
import {
  OS_PRINTING_SWITCH,
  type OsPrintEnvironment,
  type OsPrintOrder,
  osPrintReport,
} from '../../../shared/contract/printing/os-printing.ts';
import type { PrintDoubt, PrintEnding, PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import { reportDefect, writeDefect } from '../../lib/defects/report-defect.ts';
import type { WorkerContext } from '../worker-context.ts';
import { makePrintingFolder, removeLeftFolders, removePrintingFolder } from './printing-folder.ts';

/** No queue of a system ever tells of a card. */
export type OsPrintEnding = Exclude<PrintEnding, { readonly kind: 'in-tray' }>;

/**
 * For Electron’s start and the whole print. A system takes two pictures over within seconds, and one that has not
 * after minutes never says so: `webContents.print` may keep its callback for ever (measured: none in 25 s for a
 * queue that exists). Nobody waits longer at a counter.
 */
const LONGEST_PRINT_MILLISECONDS = 2 * 60_000;

/** For an Electron process that has said its last word, or was killed. */
const LEAVING_MILLISECONDS = 2_000;

/** What comes of waiting for the process. `over`: it took too long, or somebody wants the card to be stopped. */
type Heard = 'ready' | 'handed-over' | 'no-such-queue' | 'failed' | 'ended' | 'over';

/**
 * Prints through an Electron process, which ends with the card, and so does its folder. Once it was given the
 * card, whatever it says or does not say is a doubt.
 */
export async function printThroughElectron(
  faces: OsPrintOrder,
  queue: string,
  context: WorkerContext,
): Promise<OsPrintEnding> {
  if (context.isStopped()) return noCard('not-sent');
  removeLeftFolders();
  const folder = makePrintingFolder();
  try {
    const { executable, arguments: words } = context.electron;
    const own: OsPrintEnvironment = {
      COUNTERFOIL_OS_PRINTING_FOLDER: folder,
      COUNTERFOIL_OS_PRINTING_QUEUE: queue,
    };
    const child = spawn(executable, [...words, `--${OS_PRINTING_SWITCH}`], {
      // As of a session: none of what Chromium writes comes into the system's log.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, ...own },
    });
    return await printWith(child, faces, context);
  } finally {
    removePrintingFolder(folder);
  }
}

async function printWith(
  child: ChildProcess,
  faces: OsPrintOrder,
  context: WorkerContext,
): Promise<OsPrintEnding> {
  // Not `exit`: that may come before the last word.
  const gone = new Promise<'ended'>((resolve) => {
    child.once('close', () => resolve('ended'));
    child.on('error', () => resolve('ended'));
  });
  const over = context.waitUnlessStopped(LONGEST_PRINT_MILLISECONDS).then((): Heard => 'over');
  const next = (): Promise<Heard> => Promise.race([nextWord(child), gone, over]);
  let heard = await next();
  try {
    if (heard !== 'ready' || context.isStopped()) {
      return noCard(heard === 'no-such-queue' ? 'no-such-queue' : 'not-sent');
    }
    const answer = next();
    // One that is gone shows in the answer.
    child.send(faces, () => undefined);
    await context.report({ kind: 'stage', stage: 'sent' });
    heard = await answer;
    return { kind: 'doubt', doubt: doubtOf(heard, context.isStopped()) };
  } finally {
    // It ends by itself after its last word, which may still be on its way to the system.
    if (heard === 'handed-over') await Promise.race([gone, context.wait(LEAVING_MILLISECONDS)]);
    child.kill('SIGKILL');
    await Promise.race([gone, context.wait(LEAVING_MILLISECONDS)]);
  }
}

function nextWord(child: ChildProcess): Promise<Heard> {
  return new Promise((resolve) => {
    child.once('message', (message) => {
      const report = osPrintReport.safeParse(message);
      if (report.success) {
        if (report.data.kind === 'failed' && report.data.defect !== null) writeDefect(report.data.defect);
        return resolve(report.data.kind);
      }
      // The card has its ending all the same.
      reportDefect('printing process', report.error);
      resolve('failed');
    });
  });
}

function doubtOf(heard: Heard, isStopped: boolean): PrintDoubt {
  if (heard === 'handed-over') return 'cannot-know';
  if (heard === 'over') return isStopped ? 'canceled' : 'too-long';
  return 'interrupted';
}

function noCard(kind: 'no-such-queue' | 'not-sent'): OsPrintEnding {
  const why: PrinterRefusal = { kind };
  return { kind: 'no-card', why };
}
