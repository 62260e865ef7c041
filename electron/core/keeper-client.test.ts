import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { coreMessage, type KeeperEvent } from '../../shared/contract/keeper.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { encodeFrame, FrameReader } from '../lib/frames/frame.ts';
import { connectToKeeper } from './keeper-client.ts';

const TOKEN = 'f'.repeat(64);

function expired(root: string): KeeperEvent {
  return {
    kind: 'ended',
    fingerprints: [],
    roots: [root],
    names: [],
    days: ['2026-11-24'],
  };
}

/** Stands in for a keeper: says all that `says` makes of a call in one piece. */
async function keeperThat(says: (id: number) => readonly unknown[]) {
  const path = join(temporaryFolder(), 'keeper.sock');
  const line: { socket: Socket | null } = { socket: null };
  const server = createServer((socket) => {
    line.socket = socket;
    const reader = new FrameReader();
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const message of reader.push(chunk)) {
        const parsed = coreMessage.parse(message);
        if (parsed.kind === 'call') socket.write(Buffer.concat(says(parsed.id).map(encodeFrame)));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => {
    line.socket?.destroy();
    server.close();
  });
  return { path, line };
}

it('a policy that came into force before the first answers is not lost with what is older', async () => {
  const { path } = await keeperThat((id) => [
    { kind: 'event', event: expired('/before') },
    { kind: 'event', event: { kind: 'policy', policy: harborCity } },
    { kind: 'answer', id, answer: { ok: true, value: {} } },
  ]);
  const keeper = await connectToKeeper(path, TOKEN, () => undefined);
  await keeper.call('confirmTray', {});
  const heard: KeeperEvent[] = [];
  keeper.listen((event) => heard.push(event));
  expect(heard).toMatchObject([{ kind: 'policy', policy: { id: harborCity.id } }]);
});

it('what the keeper tells right after the first answer is not lost, and what it told before is older', async () => {
  const { path, line } = await keeperThat((id) => [
    { kind: 'event', event: expired('/before') },
    { kind: 'answer', id, answer: { ok: true, value: {} } },
    { kind: 'event', event: expired('/with it') },
    { kind: 'event', event: expired('/and after') },
  ]);
  const keeper = await connectToKeeper(path, TOKEN, () => undefined);
  await keeper.call('confirmTray', {});
  const heard: KeeperEvent[] = [];
  const third = new Promise<void>((resolve) => {
    keeper.listen((event) => {
      heard.push(event);
      if (heard.length === 3) resolve();
    });
  });
  line.socket?.write(encodeFrame({ kind: 'event', event: expired('/later') }));
  await third;
  expect(heard).toEqual([expired('/with it'), expired('/and after'), expired('/later')]);
});
