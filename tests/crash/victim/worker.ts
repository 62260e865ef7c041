import { encodeFrame, FrameReader } from '../../../electron/lib/frames/frame.ts';
import { seal } from '../../../electron/lib/sealing/seal.ts';
import { printOrder } from '../../../shared/contract/worker.ts';
import { contentOf, plainBytes } from '../content.ts';

/** Stands in for the print worker: says all that a real one says, at once, and draws nothing. */
const token = process.env.COUNTERFOIL_FONTS ?? '';
process.on('disconnect', () => process.exit(1));

const said = (message: unknown): Promise<void> =>
  new Promise((resolve) => process.stdout.write(encodeFrame(message), () => resolve()));

const reader = new FrameReader();
for await (const chunk of process.stdin) {
  if (!(chunk instanceof Uint8Array)) continue;
  const [message] = reader.push(chunk);
  if (message === undefined) continue;
  const { application, key } = printOrder.parse(message);
  const sealed = (column: 'tray' | 'windows'): Uint8Array =>
    seal(key, application, column, plainBytes(contentOf(token, 'wiped', column, 1), column));
  await said({ kind: 'fingerprints', sealed: sealed('windows') });
  for (const stage of ['sent', 'front', 'back']) await said({ kind: 'stage', stage });
  await said({ kind: 'in-tray', tray: sealed('tray') });
  process.exit(0);
}
