import { encodeFrame, FrameReader } from '../../lib/frames/frame.ts';

/** Stands in for the print worker in tests. What it does after it has read its order stands in its environment. */
const said = (message: unknown): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(message instanceof Uint8Array ? message : encodeFrame(message), () => resolve());
  });

const behaviour = process.env.FAKE_WORKER ?? 'refuses and stays';
const isPreparation = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'prepare';

const reader = new FrameReader();
for await (const chunk of process.stdin) {
  if (!(chunk instanceof Uint8Array)) continue;
  const messages = reader.push(chunk);
  if (behaviour === 'dies while it waits' && messages.some(isPreparation)) process.exit(1);
  if (behaviour === 'speaks before its order') break;
  if (messages.some((message) => !isPreparation(message))) break;
}
await said({ kind: 'stage', stage: 'sent' });
switch (behaviour) {
  case 'finishes':
    await said({ kind: 'in-tray', tray: new Uint8Array([1, 2, 3]) });
    break;
  case 'finishes and stays':
    await said({ kind: 'in-tray', tray: new Uint8Array([1, 2, 3]) });
    setInterval(() => undefined, 1000);
    break;
  case 'refuses and stays':
    await said({ kind: 'no-card', why: { kind: 'not-drawable' } });
    setInterval(() => undefined, 1000);
    break;
  case 'dies':
    process.exit(1);
    break;
  case 'says garbage':
    await said(Buffer.from('Warning: something native writes what it likes to standard output\n'));
    setInterval(() => undefined, 1000);
    break;
  case 'says what is no report':
    await said({ kind: 'report', name: 'x' });
    setInterval(() => undefined, 1000);
    break;
  default:
    setInterval(() => undefined, 1000);
}
