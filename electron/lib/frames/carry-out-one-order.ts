import type { DefectPlace } from '../../../shared/defects.ts';
import { ownUpToDefects } from '../defects/report-defect.ts';
import { encodeFrame, FrameReader } from './frame.ts';

/**
 * The whole life of a process that opens one application: it takes one order of the keeper, reports, and ends. Its memory
 * goes with it. The order comes through the inherited pipe: other channels keep a copy of the keys (measured).
 * `where`: as defects are reported. What `carryOut` throws ends the process without a report.
 */
export function carryOutOneOrder(where: DefectPlace, carryOut: (order: unknown) => unknown): void {
  // A keeper that died leaves nobody to report to.
  process.on('disconnect', () => process.exit(1));
  process.channel?.unref();
  process.stdout.on('error', () => process.exit(1));
  ownUpToDefects(where, () => process.exit(1));

  const reader = new FrameReader();
  process.stdin.on('data', (chunk: Buffer) => {
    const messages = reader.push(chunk);
    chunk.fill(0);
    const [message] = messages;
    if (message === undefined) return;
    void Promise.resolve(carryOut(message)).then((report) =>
      process.stdout.write(encodeFrame(report), () => process.exit(0)),
    );
  });
}
