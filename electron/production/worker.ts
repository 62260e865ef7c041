import { productionOrder } from '../../shared/contract/command/production.ts';
import { reportBug } from '../lib/defects/report-bug.ts';
import { encodeFrame, FrameReader } from '../lib/frames/frame.ts';
import { sealRecord } from './seal-record.ts';

// Opens one application for one recipient, hands back ciphertext, and ends. Its memory goes with it, and it writes no
// file. The order comes through the inherited pipe: other channels keep a copy of the key (measured).

// A keeper that died leaves nobody to produce for.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
process.stdout.on('error', () => process.exit(1));
// Node would print an error's message, which may quote the person, into the kiosk's log.
process.on('uncaughtException', (error) => {
  reportBug('production', error);
  process.exit(1);
});

const reader = new FrameReader();
process.stdin.on('data', (chunk: Buffer) => {
  const messages = reader.push(chunk);
  chunk.fill(0);
  const [message] = messages;
  if (message === undefined) return;
  void sealRecord(productionOrder.parse(message)).then((report) =>
    process.stdout.write(encodeFrame(report), () => process.exit(0)),
  );
});
