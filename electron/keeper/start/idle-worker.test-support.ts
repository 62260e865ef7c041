import { spawn } from 'node:child_process';
import { workerOrder } from '../../../shared/contract/worker.ts';
import { encodeFrame, FrameReader } from '../../lib/frames/frame.ts';
import { program } from './keeper-programs.test-support.ts';

/**
 * Stands in the place of a print worker in tests that say themselves how far a card has come: with a card, or a
 * paper, it stands idle until it is ended. Every other order the real worker carries out, by which tests learn how quickly
 * it answers.
 */
function carryOut(order: unknown): void {
  // The channel says to the real worker that this one was killed; it ends then as with a dead keeper.
  const real = spawn(process.execPath, [program('worker')], { stdio: ['pipe', 'inherit', 'inherit', 'ipc'] });
  // It may have been killed before.
  real.stdin?.on('error', () => undefined);
  real.stdin?.write(encodeFrame(order));
  real.once('exit', (code) => process.exit(code ?? 1));
}

process.on('disconnect', () => process.exit(0));
setInterval(() => undefined, 1000);
const reader = new FrameReader();
process.stdin.on('data', (chunk) => {
  for (const message of reader.push(chunk)) {
    const order = workerOrder.safeParse(message);
    if (!order.success) continue;
    const { kind } = order.data;
    if (kind !== 'print' && kind !== 'paper') carryOut(order.data);
  }
});
