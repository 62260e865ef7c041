import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { coreMessage, type KeeperEvent } from '../../shared/contract/keeper.ts';
import type { Defect } from '../../shared/defects.ts';
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
async function keeperThat(
  says: (id: number) => readonly unknown[],
  path: string = join(temporaryFolder(), 'keeper.sock'),
) {
  const line: { socket: Socket | null } = { socket: null };
  const told: unknown[] = [];
  const server = createServer((socket) => {
    line.socket = socket;
    const reader = new FrameReader();
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const message of reader.push(chunk)) {
        const parsed = coreMessage.parse(message);
        if (parsed.kind === 'defect') told.push(parsed.defect);
        if (parsed.kind === 'call') socket.write(Buffer.concat(says(parsed.id).map(encodeFrame)));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => {
    line.socket?.destroy();
    server.close();
  });
  return { path, line, told };
}

function connectionTo(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
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

it('waits at the door of a keeper that does not listen yet, and is gone once with it', async () => {
  const path = join(temporaryFolder(), 'keeper.sock');
  let gone = 0;
  let isConnected = false;
  const connecting = connectToKeeper(path, TOKEN, () => {
    gone += 1;
  });
  void connecting.then(() => {
    isConnected = true;
  });
  // A socket that somebody left there: nobody is behind it.
  const left = spawnSync(process.execPath, [
    '-e',
    `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`,
  ]);
  expect([left.signal, existsSync(path), isConnected, gone]).toEqual(['SIGKILL', true, false, 0]);
  await expect(connectionTo(path)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  rmSync(path);
  const { line } = await keeperThat((id) => [{ kind: 'answer', id, answer: { ok: true, value: {} } }], path);
  const keeper = await connecting;
  expect(await keeper.call('confirmTray', {})).toMatchObject({ ok: true });
  expect(gone).toBe(0);
  line.socket?.destroy();
  await vi.waitFor(() => expect(gone).toBe(1));
});

it('has the keeper read of its last defect before it ends, also where that writes to it first; and waits for none that is gone', async () => {
  const { path, line, told } = await keeperThat(() => []);
  let gone = 0;
  const keeper = await connectToKeeper(path, TOKEN, () => {
    gone += 1;
  });
  const first: Defect = { place: 'preview', error: 'Error', at: [] };
  const last: Defect = { place: 'core', error: 'TypeError', at: [] };
  keeper.tellDefect(first);
  await vi.waitFor(() => expect(told).toEqual([first]));
  line.socket?.pause();
  const ending = keeper.endWith(last);
  // A keeper that was busy: what it has to say goes out before it reads.
  line.socket?.write(encodeFrame({ kind: 'event', event: expired('/meanwhile') }));
  line.socket?.resume();
  await ending;
  expect([told, gone]).toEqual([[first, last], 1]);
  await keeper.endWith(last);
  expect(told).toEqual([first, last]);
});
