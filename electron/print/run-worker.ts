import {
  type WorkerOrder,
  type WorkerReport,
  workerBeginning,
  workerCommand,
  workerEnvironment,
} from '../../shared/contract/worker.ts';
import { ownUpToDefects, reportDefect } from '../lib/defects/report-defect.ts';
import type { CardDrawing } from '../lib/drawing/draw-card.ts';
import { fontsIn } from '../lib/drawing/font-catalogue.ts';
import { encodeFrame, FrameReader } from '../lib/frames/frame.ts';
import { carryOut } from './carry-out.ts';
import type { Patience } from './ipp-printer/time-limits.ts';
import { prepare } from './prepare.ts';
import type { WorkerContext } from './worker-context.ts';

/**
 * Runs this process as a print worker: one order, for which it may be made ready, and it ends with it. The order comes
 * through the inherited pipe, so that the key leaves no copy on the way (measured: other channels keep one). `patience`:
 * how long it waits for a printer.
 */
export function runWorker(patience: Patience): void {
  // A keeper that died leaves nobody to print for: not a minute later, when the next report would fail, but now.
  process.on('disconnect', () => process.exit(1));
  // The channel alone keeps no worker alive: it ends with its job.
  process.channel?.unref();
  process.stdout.on('error', () => process.exit(1));
  ownUpToDefects('print worker', () => process.exit(1));
  const stopping = new AbortController();
  const environment = workerEnvironment.parse(process.env);
  const context: WorkerContext = {
    report,
    now: () => performance.now(),
    wait: (milliseconds) => wait(milliseconds, null),
    waitUnlessStopped: (milliseconds) => wait(milliseconds, stopping.signal),
    isStopped: () => stopping.signal.aborted,
    stopped: stopping.signal,
    fontFolder: environment.COUNTERFOIL_FONTS,
    drawing: loadedOnce(environment.COUNTERFOIL_FONTS),
    ...environment.COUNTERFOIL_MACHINE,
  };
  let hasOrder = false;
  let prepared: Promise<void> | null = null;
  const take = (message: unknown): void => {
    if (hasOrder) {
      workerCommand.parse(message);
      stopping.abort();
      return;
    }
    const beginning = workerBeginning.parse(message);
    if (beginning.kind === 'prepare') {
      // A card that cannot be drawn says so itself, and a worker that is only not ready prints all the same.
      prepared = prepare(beginning, context).catch((error: unknown) => reportDefect('preparation', error));
      return;
    }
    hasOrder = true;
    void begin(beginning);
  };
  // What is thrown here rejects, and that ends this process as any other uncaught error does.
  const begin = async (order: WorkerOrder): Promise<void> => {
    await prepared;
    await carryOut(order, context, patience);
    process.exit(0);
  };
  const reader = new FrameReader();
  process.stdin.on('data', (chunk: Buffer) => {
    const messages = reader.push(chunk);
    chunk.fill(0);
    for (const message of messages) take(message);
  });
  process.stdin.on('end', () => {
    // Who was made ready and gets no order was not needed: its keeper has ended.
    if (!hasOrder && prepared !== null) process.exit(1);
    if (!hasOrder) throw new Error('no order came');
  });
}

/** The drawing is most of this program and most of its memory, and whoever watches, asks or purges draws no card. */
function loadedOnce(fontFolder: string): () => Promise<CardDrawing> {
  let loading: Promise<CardDrawing> | null = null;
  const load = async (): Promise<CardDrawing> => {
    const { createCardDrawing } = await import('../lib/drawing/draw-card.ts');
    return createCardDrawing({ resolveFont: fontsIn(fontFolder) });
  };
  return () => {
    loading ??= load();
    return loading;
  };
}

function report(message: WorkerReport): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(encodeFrame(message), (error) => (error ? reject(error) : resolve()));
  });
}

/** Waits, or until `stop`. */
function wait(milliseconds: number, stop: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, stop?.aborted === true ? 0 : milliseconds);
    stop?.addEventListener('abort', end, { once: true });
  });
}
