import { encodeFrame, FrameReader } from '../../../electron/lib/frames/frame.ts';
import { seal } from '../../../electron/lib/sealing/seal.ts';
import { type PrintOrder, workerBeginning } from '../../../shared/contract/worker.ts';
import { contentOf, plainBytes } from '../content.ts';

/** Stands in for the print worker: says all that a real one says, at once, and draws nothing. */
const token = process.env.COUNTERFOIL_FONTS ?? '';
process.on('disconnect', () => process.exit(1));

const said = (message: unknown): Promise<void> =>
  new Promise((resolve) => process.stdout.write(encodeFrame(message), () => resolve()));

async function print({ application, key }: PrintOrder): Promise<void> {
  const sealed = (column: 'tray' | 'windows'): Uint8Array =>
    seal(key, application, column, plainBytes(contentOf(token, 'wiped', column, 1), column));
  await said({ kind: 'fingerprints', sealed: sealed('windows') });
  for (const stage of ['sent', 'front', 'back']) await said({ kind: 'stage', stage });
  await said({ kind: 'in-tray', tray: sealed('tray') });
  process.exit(0);
}

const reader = new FrameReader();
for await (const chunk of process.stdin) {
  if (!(chunk instanceof Uint8Array)) continue;
  // The order may come right behind the word that made it ready, in one piece.
  for (const message of reader.push(chunk)) {
    const beginning = workerBeginning.parse(message);
    if (beginning.kind === 'print') await print(beginning);
    else if (beginning.kind !== 'prepare') throw new Error('no card is ordered');
  }
}
