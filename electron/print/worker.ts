import { setTimeout as delay } from 'node:timers/promises';
import { printOrder, type WorkerReport } from '../../shared/contract/worker.ts';
import { reportBug } from '../defects/report-bug.ts';
import { encodeFrame, FrameReader } from '../frames/frame.ts';
import { printOnVirtualPrinter } from './virtual/virtual-printer.ts';

/**
 * The print worker: one job of one applicant, and it ends with it. Its order comes through the inherited
 * pipe, so that the key leaves no copy on the way (measured: other channels keep one).
 */
async function run(): Promise<void> {
  const order = printOrder.parse(await readOrder());
  await printOnVirtualPrinter(order, { report, wait: (seconds) => delay(seconds * 1000) });
  order.key.fill(0);
}

async function readOrder(): Promise<unknown> {
  const reader = new FrameReader();
  for await (const chunk of process.stdin) {
    if (!(chunk instanceof Uint8Array)) continue;
    const [message] = reader.push(chunk);
    chunk.fill(0);
    if (message !== undefined) return message;
  }
  throw new Error('no order came');
}

function report(message: WorkerReport): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(encodeFrame(message), (error) => (error ? reject(error) : resolve()));
  });
}

// A keeper that died leaves nobody to print for: not a minute later, when the next report would fail, but now.
process.on('disconnect', () => process.exit(1));
// The channel alone keeps no worker alive: it ends with its job.
process.channel?.unref();
process.stdout.on('error', () => process.exit(1));
// Node would print an error's message, which may quote the applicant, into the kiosk's log.
process.on('uncaughtException', (error) => {
  reportBug('print worker', error);
  process.exit(1);
});
await run();
