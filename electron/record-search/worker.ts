import { recordSearchOrder } from '../../shared/contract/command/record-search.ts';
import { reportBug } from '../lib/defects/report-bug.ts';
import { encodeFrame, FrameReader } from '../lib/frames/frame.ts';
import { searchApplication } from './search-application.ts';

// Opens one application for one search, says where it holds the name, and ends. Its memory goes with it, and it writes
// no file. The order comes through the inherited pipe: other channels keep a copy of the keys (measured).

// A keeper that died leaves nobody to search for.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
process.stdout.on('error', () => process.exit(1));
// Node would print an error's message, which may quote a name, into the kiosk's log.
process.on('uncaughtException', (error) => {
  reportBug('record search', error);
  process.exit(1);
});

const reader = new FrameReader();
process.stdin.on('data', (chunk: Buffer) => {
  const messages = reader.push(chunk);
  chunk.fill(0);
  const [message] = messages;
  if (message === undefined) return;
  const order = recordSearchOrder.parse(message);
  const report = searchApplication(order);
  order.name.key.fill(0);
  order.application?.key.fill(0);
  process.stdout.write(encodeFrame(report), () => process.exit(0));
});
