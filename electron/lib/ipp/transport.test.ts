import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { IppTarget } from '../../../shared/printing/address.ts';
import {
  CONSENT,
  httpPeer,
  httpReply,
  impatient,
  patient,
  rawPeer,
  sayingPeer,
} from './peer.test-support.ts';
import { ask, cut, MESSAGE } from './transport.test-support.ts';
import { replyOf, wire } from './wire.test-support.ts';

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

  it('arrives whole when it is long, and tells how much of it the line has taken', async () => {
    let length = 0;
    const peer = await httpPeer((request, response) => {
      request.on('data', (chunk: Buffer) => {
        length += chunk.byteLength;
      });
      request.on('end', () => response.writeHead(200, { 'Content-Type': 'application/ipp' }).end(CONSENT));
    });
    const document = Buffer.alloc(25_000_001, 7);
    const taken: number[] = [];
    const reply = await ask(peer.target, patient, document, null, (bytes) => taken.push(bytes));
    expect(reply).toEqual({ ok: true, value: CONSENT });
    expect(length).toBe(MESSAGE.byteLength + document.byteLength);
    expect(taken.at(-1)).toBe(document.byteLength);
    expect(taken).toEqual(taken.toSorted((a, b) => a - b));
    expect(taken.length).toBeGreaterThan(100);
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

describe('an answer before the document has been sent', () => {
  const refusal = wire(2, 0, 4, 0x0a, 0, 0, 0, 1, 1, 3);

  /** More than the kernel holds on both sides. */
  const long = Buffer.alloc(64 * 1024 * 1024);

  it('counts when it refuses', async () => {
    const peer = await sayingPeer(httpReply(refusal));
    expect(await ask(peer.target, patient, long)).toEqual({ ok: true, value: refusal });
  });

  it('is not believed when it consents: what it consents to has not been sent', async () => {
    const peer = await sayingPeer(httpReply(CONSENT));
    const reply = await ask(peer.target, impatient, long);
    expect(reply).toMatchObject({ ok: false, error: { kind: 'cut' } });
  });
});

describe('consent to a document', () => {
  /** Less than the kernel holds: the line has taken all of it before the first byte is read. */
  const card = Buffer.alloc(900_000, 7);

  const closing = httpReply(CONSENT, 'Connection: close\r\n');

  /** Reads so many bytes, consents, and does then what is left to do. */
  const readingPeer = (bytes: number, answer: ReturnType<typeof httpReply>, then: (socket: Socket) => void) =>
    rawPeer((socket) => {
      let read = 0;
      socket.on('data', (chunk) => {
        read += chunk.byteLength;
        if (read < bytes) return;
        socket.pause().removeAllListeners('data');
        socket.write(wire(...answer), () => then(socket));
      });
    });

  it.each([
    ['closes', closing, (socket: Socket) => socket.destroy()],
    ['ends and closes', closing, (socket: Socket) => socket.destroySoon()],
    ['closes without a word', httpReply(CONSENT), (socket: Socket) => socket.destroy()],
    ['ends and closes without a word', httpReply(CONSENT), (socket: Socket) => socket.destroySoon()],
  ])('of a printer that has read a third of it and %s is none', async (_, answer, then) => {
    const peer = await readingPeer(300_000, answer, then);
    expect(await ask(peer.target, patient, card)).toMatchObject({ ok: false, error: { kind: 'cut' } });
    expect(peer.received()).toBeLessThan(card.byteLength);
  });

  it('of a printer that reads no further and closes nothing is none', async () => {
    const peer = await readingPeer(300_000, httpReply(CONSENT), () => undefined);
    expect(await ask(peer.target, impatient, card)).toEqual(cut('timed-out'));
  });

  it.each([
    ['says that it closes, and closes', closing, (socket: Socket) => socket.destroySoon(), 60_000],
    // This one is waited for in vain.
    ['keeps its connections', httpReply(CONSENT), () => undefined, 300],
    ['closes without a word', httpReply(CONSENT), (socket: Socket) => socket.destroySoon(), 60_000],
  ])('of one that has read all of it and %s counts', async (_, answer, then, closeMs) => {
    const peer = await readingPeer(card.byteLength + MESSAGE.byteLength, answer, (socket) => {
      socket.resume();
      then(socket);
    });
    expect(await ask(peer.target, { ...patient, closeMs }, card)).toEqual({ ok: true, value: CONSENT });
  });

  it('that comes early counts once the rest has been read', async () => {
    const peer = await rawPeer((socket) => {
      let read = 0;
      let answered = false;
      socket.on('data', (chunk) => {
        read += chunk.byteLength;
        if (!answered) socket.write(wire(...httpReply(CONSENT)));
        answered = true;
        // The whole request: its head as well.
        if (read > card.byteLength + MESSAGE.byteLength) socket.end();
      });
    });
    expect(await ask(peer.target, patient, card)).toEqual({ ok: true, value: CONSENT });
    expect(peer.received()).toBeGreaterThan(card.byteLength);
  });
});

describe('hints that are no reply', () => {
  it('are passed over, as long as they are few', async () => {
    const peer = await sayingPeer(['HTTP/1.1 100 Continue\r\n\r\n', ...httpReply(replyOf(1, 2))]);
    expect(await ask(peer.target)).toEqual({ ok: true, value: replyOf(1, 2) });
  });
});
