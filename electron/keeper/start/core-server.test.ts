import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import { ok } from '../../../shared/result.ts';
import { connectToKeeper } from '../../core/keeper-client.ts';
import { encodeFrame, FrameReader, MAXIMUM_FRAME_BYTES } from '../../lib/frames/frame.ts';
import { until, volatileFolder } from '../sessions/sessions.test-support.ts';
import { type CoreServer, listenForCores } from './core-server.ts';

const TOKEN = 'a'.repeat(64);
const hello = { kind: 'hello', token: TOKEN };
const request = { kind: 'call', id: 1, call: 'getStatus', input: {} };

const defectOf = (place: string) => ({ kind: 'defect', defect: { place, error: 'TypeError', at: [] } });

interface Stage {
  readonly path: string;
  readonly server: CoreServer;
  readonly admitted: string[];
  readonly calls: (readonly [string, unknown])[];
  /** How often it was told that its core is gone. */
  readonly gone: { times: number };
}

/** A real server on a real socket. One token is known; each answer is what `reply` makes. */
async function stage(reply: (name: string) => unknown = () => 'answered'): Promise<Stage> {
  const path = join(volatileFolder(), 'keeper.sock');
  const admitted: string[] = [];
  const calls: Stage['calls'] = [];
  const gone = { times: 0 };
  const server = await listenForCores(path, (token) => {
    admitted.push(token);
    return token === TOKEN
      ? {
          async answer(name, input) {
            calls.push([name, input]);
            return ok(reply(name));
          },
          gone() {
            gone.times += 1;
          },
        }
      : null;
  });
  onTestFinished(() => server.close());
  return { path, server, admitted, calls, gone };
}

/** A raw connection: what it received, and whether the server has ended it. */
function dial(path: string): { socket: Socket; received: unknown[]; ended: { now: boolean } } {
  const socket = connect(path);
  const reader = new FrameReader();
  const received: unknown[] = [];
  const ended = { now: false };
  socket.on('data', (chunk) => received.push(...reader.push(chunk)));
  socket.on('error', () => undefined);
  socket.on('close', () => {
    ended.now = true;
  });
  onTestFinished(() => void socket.destroy());
  return { socket, received, ended };
}

describe('the keeper’s socket', () => {
  it('answers a core that names the token of its session', async () => {
    const { path, calls } = await stage();
    const { socket, received } = dial(path);
    socket.write(encodeFrame(hello));
    socket.write(encodeFrame(request));
    await until(() => expect(received).toEqual([{ kind: 'answer', id: 1, answer: ok('answered') }]));
    expect(calls).toEqual([['getStatus', {}]]);
  });

  it('writes of a defect that a core tells: one sentence, and nothing of its own', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { path } = await stage();
    const { socket, received } = dial(path);
    socket.write(encodeFrame(hello));
    for (let time = 0; time < 100; time += 1)
      socket.write(encodeFrame({ ...defectOf('core'), words: 'Zephyrina Vandersloot' }));
    socket.write(encodeFrame(request));
    await until(() => expect(received).toHaveLength(1));
    expect(log.mock.calls.map(([text]) => text)).toEqual(['defect in core: TypeError\n']);
  });

  it('tells one core, and nobody in its place when it is not there', async () => {
    const { path, server } = await stage();
    const event: KeeperEvent = {
      kind: 'application',
      snapshot: {
        ...{ revision: 3, state: 'printing', stage: 'front', troubles: [], ending: null },
        hasPhoto: true,
        cardSent: true,
        tray: null,
        denial: null,
      },
    };
    server.tell(TOKEN, event);
    const { socket, received } = dial(path);
    socket.write(encodeFrame(hello));
    socket.write(encodeFrame(request));
    await until(() => expect(received).toHaveLength(1));
    server.tell('b'.repeat(64), event);
    server.tell(TOKEN, event);
    await until(() => expect(received).toHaveLength(2));
    expect(received[1]).toEqual({ kind: 'event', event });
  });

  it.each([
    ['a token of no living session', encodeFrame({ kind: 'hello', token: 'b'.repeat(64) })],
    ['a call before its greeting', encodeFrame(request)],
    ['a token that is none', encodeFrame({ kind: 'hello', token: 'x' })],
    ['noise', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['two greetings', Buffer.concat([encodeFrame(hello), encodeFrame(hello)])],
    ['a call without a name', Buffer.concat([encodeFrame(hello), encodeFrame({ ...request, call: 7 })])],
    ['a frame larger than any of ours', tooLarge()],
    ['a defect of another program', Buffer.concat([encodeFrame(hello), encodeFrame(defectOf('production'))])],
    ['a defect before its greeting', encodeFrame(defectOf('core'))],
    [
      'a defect in words of its own',
      Buffer.concat([encodeFrame(hello), encodeFrame(defectOf('Zephyrina Vandersloot'))]),
    ],
  ])('ends a connection that sends %s, and no call is made', async (_what, bytes) => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { path, calls } = await stage();
    const { socket, ended, received } = dial(path);
    socket.write(bytes);
    await until(() => expect(ended.now).toBe(true));
    expect([calls, received, log.mock.calls]).toEqual([[], [], []]);
    const good = dial(path);
    good.socket.write(encodeFrame(hello));
    good.socket.write(encodeFrame(request));
    await until(() => expect(good.received).toHaveLength(1));
  });

  it('survives whatever bytes anybody sends', async () => {
    const { path, calls } = await stage();
    const { socket, received } = dial(path);
    socket.write(encodeFrame(hello));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 9, maxLength: 300 }), async (noise) => {
        const { socket: other, ended } = dial(path);
        other.end(noise);
        await until(() => expect(ended.now).toBe(true));
      }),
      { numRuns: 60 },
    );
    expect(calls).toEqual([]);
    socket.write(encodeFrame(request));
    await until(() => expect(received).toHaveLength(1));
  });

  it('lets no second connection use a token, and the second is not even asked about', async () => {
    const { path, admitted } = await stage();
    const first = dial(path);
    first.socket.write(encodeFrame(hello));
    first.socket.write(encodeFrame(request));
    await until(() => expect(first.received).toHaveLength(1));
    const second = dial(path);
    second.socket.write(encodeFrame(hello));
    await until(() => expect(second.ended.now).toBe(true));
    // Asking makes an occupant: a second one would take the first one's place in the wipe.
    expect(admitted).toEqual([TOKEN]);
    first.socket.write(encodeFrame({ ...request, id: 2 }));
    await until(() => expect(first.received).toHaveLength(2));
  });

  it('tells once that a core is gone', async () => {
    const { path, gone } = await stage();
    const { socket, received } = dial(path);
    socket.write(encodeFrame(hello));
    socket.write(encodeFrame(request));
    await until(() => expect(received).toHaveLength(1));
    expect(gone.times).toBe(0);
    socket.destroy();
    await until(() => expect(gone.times).toBe(1));
    const refused = dial(path);
    refused.socket.write(encodeFrame({ kind: 'hello', token: 'b'.repeat(64) }));
    await until(() => expect(refused.ended.now).toBe(true));
    expect(gone.times).toBe(1);
  });

  it('ends a core whose answer is too large to send; the keeper goes on', async () => {
    const { path } = await stage((name) =>
      name === 'fingerprints' ? randomBytes(MAXIMUM_FRAME_BYTES) : 'small',
    );
    const greedy = dial(path);
    greedy.socket.write(encodeFrame(hello));
    greedy.socket.write(encodeFrame({ ...request, call: 'fingerprints' }));
    await until(() => expect(greedy.ended.now).toBe(true));
    const next = dial(path);
    next.socket.write(encodeFrame(hello));
    next.socket.write(encodeFrame(request));
    await until(() => expect(next.received).toHaveLength(1));
  });

  it('closes also with connections that never greeted', async () => {
    const { path, server } = await stage();
    const { socket, ended } = dial(path);
    await new Promise((resolve) => socket.once('connect', resolve));
    await server.close();
    await until(() => expect(ended.now).toBe(true));
  });
});

describe('the core’s line to the keeper', () => {
  it('pairs answers with calls and hears when the keeper is gone', async () => {
    const { path, server } = await stage((name) => (name === 'lookUpKey' ? { key: randomBytes(32) } : {}));
    let gone = false;
    const client = await connectToKeeper(path, TOKEN, () => {
      gone = true;
    });
    const [key, stored] = await Promise.all([
      client.call('lookUpKey', {}),
      client.call('erased', { search: { kind: 'not-searched' } }),
    ]);
    expect(key.ok && key.value.key.byteLength).toBe(32);
    expect(stored).toEqual({ ok: true, value: {} });
    await server.close();
    await until(() => expect(gone).toBe(true));
  });
});

function tooLarge(): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(MAXIMUM_FRAME_BYTES, 0);
  return header;
}
