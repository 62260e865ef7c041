import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { IppTarget } from '../../../shared/printing/address.ts';
import type { IppLimits } from './limits.ts';
import {
  CONSENT,
  httpPeer,
  httpReply,
  impatient,
  type Peer,
  patient,
  rawPeer,
  sayForEver,
  sayingPeer,
} from './peer.test-support.ts';
import type { DocumentData } from './ticket.ts';
import { post } from './transport.ts';
import { replyOf, wire } from './wire.test-support.ts';

const MESSAGE = wire(2, 0, 0, 2, 0, 0, 0, 1, 1, 3);
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n';

function ask(
  target: IppTarget,
  limits: IppLimits = patient,
  data: DocumentData | null = null,
  signal: AbortSignal | null = null,
) {
  return post({ target, message: MESSAGE, data, signal }, limits);
}

const cut = (why: string) => ({ ok: false, error: { kind: 'cut', why } });
const notIpp = (why: string, httpStatus?: number) => ({
  ok: false,
  error: { kind: 'not-ipp', why, ...(httpStatus === undefined ? {} : { httpStatus }) },
});

/** A port on which nobody listens any more. */
async function deserted(): Promise<IppTarget> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<unknown>((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return { host: '127.0.0.1', port: address.port, path: '/', tls: null };
}

describe('a request', () => {
  it('arrives whole, with its length, and its reply comes back', async () => {
    let heard: unknown;
    const peer = await httpPeer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        heard = {
          method: request.method,
          url: request.url,
          headers: request.headers,
          body: Buffer.concat(chunks),
        };
        response.writeHead(200, { 'Content-Type': 'Application/IPP; x=y' });
        response.end(CONSENT);
      });
    });
    expect(await ask(peer.target, patient, wire('document'))).toEqual({ ok: true, value: CONSENT });
    expect(heard).toEqual({
      method: 'POST',
      url: '/ipp/print',
      headers: {
        host: `127.0.0.1:${peer.target.port}`,
        'content-type': 'application/ipp',
        'content-length': String(MESSAGE.byteLength + 8),
        connection: 'close',
      },
      body: wire(MESSAGE, 'document'),
    });
  });

  it('arrives whole when its document is made while it is sent, no faster than it is taken', async () => {
    let length = 0;
    let made = 0;
    let ahead = 0;
    const peer = await httpPeer((request, response) => {
      request.on('data', (chunk: Buffer) => {
        length += chunk.byteLength;
        ahead = Math.max(ahead, made - length);
      });
      request.on('end', () => response.writeHead(200, { 'Content-Type': 'application/ipp' }).end(CONSENT));
    });
    async function* document() {
      for (let at = 0; at < 400; at += 1) {
        made += 64 * 1024;
        yield Buffer.alloc(64 * 1024, at);
      }
    }
    expect(await ask(peer.target, patient, document())).toEqual({ ok: true, value: CONSENT });
    expect(length).toBe(MESSAGE.byteLength + made);
    // What the kernel holds on both sides, not 25 MB.
    expect(ahead).toBeLessThan(12 * 1024 * 1024);
  });

  it('has a connection of its own each time', async () => {
    const peer = await httpPeer((request, response) => {
      request
        .resume()
        .on('end', () => response.writeHead(200, { 'Content-Type': 'application/ipp' }).end(CONSENT));
    });
    for (let at = 0; at < 3; at += 1) expect((await ask(peer.target)).ok).toBe(true);
    expect(peer.connections()).toBe(3);
  });

  it('goes to this machine by its name without asking for the name', async () => {
    const peer = await sayingPeer(httpReply(CONSENT));
    expect((await ask({ ...peer.target, host: 'localhost' })).ok).toBe(true);
  });
});

describe('nothing has left', () => {
  it('when nobody listens', async () => {
    expect(await ask(await deserted())).toEqual({
      ok: false,
      error: { kind: 'unreachable', why: 'refused' },
    });
  });

  it('when nobody listens on this machine, in either family', async () => {
    const target = { ...(await deserted()), host: 'localhost' };
    expect(await ask(target)).toEqual({ ok: false, error: { kind: 'unreachable', why: 'refused' } });
  });

  it('when it was stopped before it began', async () => {
    const peer = await sayingPeer(httpReply(CONSENT));
    expect(await ask(peer.target, patient, null, AbortSignal.abort())).toEqual({
      ok: false,
      error: { kind: 'unreachable', why: 'stopped' },
    });
    expect(peer.connections()).toBe(0);
    expect((await ask(peer.target)).ok).toBe(true);
    expect(peer.received()).toBeGreaterThan(MESSAGE.byteLength);
  });
});

describe('what is no printer', () => {
  it('a web server', async () => {
    const peer = await httpPeer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome</h1>');
    });
    expect(await ask(peer.target)).toEqual(notIpp('content-type', 200));
  });

  it.each([201, 204, 400, 401, 403, 404, 426, 500, 503])('HTTP status %d', async (status) => {
    const peer = await httpPeer((_request, response) => {
      response.writeHead(status, { 'Content-Type': 'application/ipp' }).end(CONSENT);
    });
    expect(await ask(peer.target)).toEqual(notIpp('http-status', status));
  });

  it.each([301, 302, 307, 308])('a redirection (%d), which is not followed', async (status) => {
    const elsewhere = await sayingPeer(httpReply(CONSENT));
    const peer = await httpPeer((_request, response) => {
      response.writeHead(status, { Location: `http://127.0.0.1:${elsewhere.target.port}/ipp/print` }).end();
    });
    expect(await ask(peer.target)).toEqual(notIpp('http-status', status));
    expect(elsewhere.connections()).toBe(0);
    expect((await ask(elsewhere.target)).ok).toBe(true);
  });

  it('another protocol offered', async () => {
    const peer = await sayingPeer([
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: TLS/1.2\r\n\r\n',
    ]);
    expect(await ask(peer.target)).toEqual(notIpp('http-status', 101));
  });

  it.each<[string, readonly (string | Uint8Array)[]]>([
    ['words', ['SSH-2.0-Printer\r\n']],
    ['bytes', [Buffer.alloc(64, 0xa5)]],
    ['a TLS alert', [wire(0x15, 3, 1, 0, 2, 2, 0x46)]],
    ['two lengths', [`${HEAD}Content-Length: 5\r\nContent-Length: 9\r\n\r\n`, 'xxxxx']],
    ['broken chunks', [`${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`]],
  ])('%s instead of HTTP', async (_what, parts) => {
    const peer = await sayingPeer(parts);
    expect(await ask(peer.target)).toEqual(notIpp('malformed'));
  });

  it('no content type', async () => {
    const peer = await sayingPeer(['HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc']);
    expect(await ask(peer.target)).toEqual(notIpp('content-type', 200));
  });
});

describe('a peer that never ends', () => {
  const endless: readonly (readonly [string, string, string])[] = [
    ['headers', HEAD, 'X-More: and more\r\n'],
    ['one header', `${HEAD}X-More: `, 'more and more '],
    ['"early hints"', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    ['"continue"', '', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['body', `${HEAD}\r\n`, 'more'.repeat(1000)],
    ['chunks', `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, '4\r\nmore\r\n'],
    ['extension of a chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n4;x=`, 'more'.repeat(1000)],
    ['trailers', `${HEAD}Transfer-Encoding: chunked\r\n\r\n0\r\n`, 'X-More: and more\r\n'],
  ];

  it.each(endless)('%s: as fast as it can', async (_what, start, piece) => {
    const peer = await sayingPeer([start], (socket) => sayForEver(socket, piece, null));
    const reply = await ask(peer.target);
    expect(reply.ok).toBe(false);
    expect(reply).toMatchObject({ error: { kind: 'not-ipp', why: 'too-much' } });
  });

  it.each(endless)('%s: slowly', async (_what, start, piece) => {
    const peer = await sayingPeer([start], (socket) => sayForEver(socket, piece.slice(0, 40), 15));
    const before = performance.now();
    const reply = await ask(peer.target, impatient);
    expect(reply.ok).toBe(false);
    expect(['cut', 'not-ipp']).toContain(reply.ok ? '' : reply.error.kind);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('a body one byte at a time', async () => {
    const peer = await sayingPeer([`${HEAD}\r\n`], (socket) => sayForEver(socket, 'x', 5));
    expect(await ask(peer.target, impatient)).toEqual(cut('timed-out'));
  });

  it('a reply that is announced as too long is not waited for', async () => {
    const peer = await sayingPeer([`${HEAD}Content-Length: 999999999\r\n\r\n`]);
    expect(await ask(peer.target)).toEqual(notIpp('too-much', 200));
  });

  it('silence', async () => {
    const peer = await rawPeer((socket) => socket.resume());
    expect(await ask(peer.target, { ...impatient, callMs: 20_000 })).toEqual(cut('timed-out'));
    expect(await ask(peer.target, { ...impatient, headMs: 20_000 })).toEqual(cut('timed-out'));
    expect(
      await ask(peer.target, { ...impatient, headMs: 20_000, callMs: 20_000 }, wire('document')),
    ).toEqual(cut('timed-out'));
  });

  it('a document of which nothing is taken', async () => {
    const peer = await rawPeer((socket) => socket.pause());
    expect(await ask(peer.target, impatient, Buffer.alloc(32 * 1024 * 1024))).toEqual(cut('timed-out'));
  });
});

describe('a line that breaks', () => {
  it.each<[string, () => Promise<Peer>]>([
    [
      'while the request is read',
      () => rawPeer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    ],
    ['after it: closed without a word', () => sayingPeer([], (socket) => socket.end())],
    ['in the headers', () => sayingPeer([HEAD], (socket) => socket.end())],
    ['in the body', () => sayingPeer([`${HEAD}Content-Length: 90\r\n\r\nhalf`], (socket) => socket.end())],
    [
      'in the body, by a reset',
      () => sayingPeer([`${HEAD}Content-Length: 90\r\n\r\nhalf`], (socket) => socket.resetAndDestroy()),
    ],
    [
      'between two chunks',
      () => sayingPeer([`${HEAD}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`], (socket) => socket.end()),
    ],
  ])('%s', async (_when, start) => {
    const peer = await start();
    expect(await ask(peer.target, patient, Buffer.alloc(200_000))).toEqual(cut('reset'));
    expect(peer.received()).toBeGreaterThan(0);
  });

  it('after the request was read to its end', async () => {
    const peer = await httpPeer((request) => {
      request.resume().on('end', () => request.socket.resetAndDestroy());
    });
    expect(await ask(peer.target, patient, Buffer.alloc(200_000))).toEqual(cut('reset'));
    expect(peer.received()).toBeGreaterThan(200_000);
  });

  it('because it was stopped here, in the middle of a document', async () => {
    const peer = await rawPeer((socket) => socket.resume());
    const stop = new AbortController();
    async function* document() {
      yield Buffer.alloc(1000);
      stop.abort();
      await new Promise(() => undefined);
    }
    expect(await ask(peer.target, patient, document(), stop.signal)).toEqual(cut('stopped'));
  });
});

describe('an answer before the document has been sent', () => {
  const refusal = wire(2, 0, 4, 0x0a, 0, 0, 0, 1, 1, 3);

  async function* endless() {
    for (;;) {
      yield Buffer.alloc(16 * 1024);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it('counts when it refuses', async () => {
    const peer = await sayingPeer(httpReply(refusal));
    expect(await ask(peer.target, patient, endless())).toEqual({ ok: true, value: refusal });
  });

  it('is not believed when it consents: what it consents to has not been sent', async () => {
    const peer = await sayingPeer(httpReply(CONSENT));
    const reply = await ask(peer.target, impatient, endless());
    expect(reply).toMatchObject({ ok: false, error: { kind: 'cut' } });
  });
});

describe('hints that are no reply', () => {
  it('are passed over, as long as they are few', async () => {
    const peer = await sayingPeer(['HTTP/1.1 100 Continue\r\n\r\n', ...httpReply(replyOf(1, 2))]);
    expect(await ask(peer.target)).toEqual({ ok: true, value: replyOf(1, 2) });
  });
});

describe('a document that cannot be made', () => {
  it('is a bug of its maker: thrown on, and the line is cut', async () => {
    const peer = await rawPeer((socket) => socket.resume());
    async function* broken() {
      yield Buffer.alloc(10);
      throw new Error('no such face');
    }
    await expect(ask(peer.target, patient, broken())).rejects.toThrow('no such face');
  });
});
