import { describe, expect, it } from 'vitest';
import { sample } from '../../../tests/support/sample.ts';
import {
  httpPeer,
  impatient,
  type Peer,
  patient,
  rawPeer,
  sayForEver,
  sayingPeer,
} from './peer.test-support.ts';
import { ask, cut, HEAD, notIpp } from './transport.test-support.ts';
import { wire } from './wire.test-support.ts';

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

  // In `npm test` one half of them fast, the other one slowly.
  it.each(sample(endless, 0))('%s: as fast as it can', async (_what, start, piece) => {
    const peer = await sayingPeer([start], (socket) => sayForEver(socket, piece, null));
    const reply = await ask(peer.target);
    expect(reply.ok).toBe(false);
    expect(reply).toMatchObject({ error: { kind: 'not-ipp', why: 'too-much' } });
  });

  it.each(sample(endless, 1))('%s: slowly', async (_what, start, piece) => {
    const peer = await sayingPeer([start], (socket) => sayForEver(socket, piece.slice(0, 40), 15));
    // It may say as much as it likes: nothing but the clock ends it, however fast this machine is.
    const endless = { ...impatient, headBytes: 2 ** 30, replyBytes: 2 ** 30 };
    expect(await ask(peer.target, endless)).toEqual(cut('timed-out'));
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
  });

  it('silence about a document, for as long as whoever sends it waits', async () => {
    const stopping = new AbortController();
    const stopLate = (): unknown => setTimeout(() => stopping.abort(), 10 * impatient.callMs);
    // From the first byte on: before there is a connection, something else is cut.
    const peer = await rawPeer((socket) => socket.once('data', stopLate).resume());
    expect(await ask(peer.target, impatient, wire('document'), stopping.signal)).toEqual(cut('stopped'));
  });

  it('a document of which no more is taken than the line holds', async () => {
    const [length, stopping] = [64 * 1024 * 1024, new AbortController()];
    const peer = await rawPeer((socket) => {
      socket.pause();
      setTimeout(() => stopping.abort(), 10 * impatient.callMs);
    });
    let taken = 0;
    const reply = await ask(peer.target, impatient, Buffer.alloc(length), stopping.signal, (bytes) => {
      taken = bytes;
    });
    expect(reply).toEqual(cut('stopped'));
    // What the kernel holds on both sides.
    expect(taken).toBeLessThan(length / 2);
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
    const document = Buffer.alloc(1_000_000);
    expect(await ask(peer.target, patient, document, stop.signal, () => stop.abort())).toEqual(
      cut('stopped'),
    );
  });
});
