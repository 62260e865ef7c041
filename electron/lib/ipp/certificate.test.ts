import { connect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { readCertificate } from './certificate.ts';
import { otherCertificate, printerCertificate } from './certificates.test-support.ts';
import {
  CONSENT,
  httpPeer,
  httpReply,
  impatient,
  type Peer,
  patient,
  rawPeer,
  tlsPeer,
} from './peer.test-support.ts';
import { post } from './transport.ts';
import { wire } from './wire.test-support.ts';

const message = wire(2, 0, 0, 2, 0, 0, 0, 1, 1, 3);
/** No document, and so nobody who watches it. */
const nothingMore = { document: null, socket: null, signal: null, onTaken: () => undefined } as const;
const REPLY = wire(...httpReply(CONSENT));

function ask(peer: Peer, pin: string | null, limits = patient) {
  return post({ target: { ...peer.target, tls: { pin } }, message, ...nothingMore }, limits);
}

function answering(certificate: { readonly cert: string; readonly key: string }): Promise<Peer> {
  return tlsPeer(certificate, (socket) => socket.once('data', () => socket.write(REPLY)));
}

describe('a printer behind TLS', () => {
  it('is believed by its pinned certificate, which it signed itself', async () => {
    const peer = await answering(printerCertificate);
    expect(await ask(peer, printerCertificate.fingerprint)).toEqual({ ok: true, value: CONSENT });
  });

  it('with another certificate gets not one byte', async () => {
    const peer = await answering(otherCertificate);
    expect(await ask(peer, printerCertificate.fingerprint)).toEqual({
      ok: false,
      error: { kind: 'certificate', fingerprint: otherCertificate.fingerprint },
    });
    expect([peer.connections(), peer.received()]).toEqual([1, 0]);
    // The same server does count what it gets.
    expect((await ask(peer, otherCertificate.fingerprint)).ok).toBe(true);
    expect(peer.received()).toBeGreaterThan(message.byteLength);
  });

  it('without a pin gets not one byte either, and it is told which certificate there is', async () => {
    const peer = await answering(printerCertificate);
    expect(await ask(peer, null)).toEqual({
      ok: false,
      error: { kind: 'certificate', fingerprint: printerCertificate.fingerprint },
    });
    expect(peer.received()).toBe(0);
  });

  it('tells its certificate to whoever asks, and nothing is sent', async () => {
    const peer = await answering(printerCertificate);
    expect(await readCertificate(peer.target, { limits: patient })).toEqual({
      ok: true,
      value: { fingerprint: printerCertificate.fingerprint, subject: printerCertificate.subject },
    });
    expect([peer.connections(), peer.received()]).toEqual([1, 0]);
  });

  it('that breaks the line after the handshake may have got the request', async () => {
    const peer = await tlsPeer(printerCertificate, (socket) => socket.once('data', () => socket.destroy()));
    expect(await ask(peer, printerCertificate.fingerprint)).toEqual({
      ok: false,
      error: { kind: 'cut', why: 'reset' },
    });
  });

  it('of the time before TLS 1.2 is not spoken to', async () => {
    const old = {
      ...printerCertificate,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const;
    const peer = await tlsPeer(old, (socket) => socket.once('data', () => socket.write(REPLY)));
    expect(await ask(peer, printerCertificate.fingerprint)).toEqual({
      ok: false,
      error: { kind: 'unreachable', why: 'other' },
    });
    const version = await new Promise((resolve, reject) => {
      const { port } = peer.target;
      const options = { port, rejectUnauthorized: false, minVersion: 'TLSv1', ciphers: old.ciphers } as const;
      const socket = connect(options, () => {
        resolve(socket.getProtocol());
        socket.destroy();
      });
      socket.on('error', reject);
    });
    expect(version).toBe('TLSv1.1');
  });
});

describe('no TLS where it should be', () => {
  it('a plain web server', async () => {
    const peer = await httpPeer((_request, response) => void response.end('hello'));
    const target = { ...peer.target, tls: { pin: null } };
    expect(await readCertificate(target, { limits: patient })).toEqual({
      ok: false,
      error: { kind: 'unreachable', why: 'other' },
    });
  });

  it('a line that is closed in the handshake', async () => {
    const peer = await rawPeer((socket) => socket.once('data', () => socket.end()));
    expect(await ask(peer, printerCertificate.fingerprint)).toEqual({
      ok: false,
      error: { kind: 'unreachable', why: 'other' },
    });
  });

  it('silence', async () => {
    const peer = await rawPeer((socket) => socket.resume());
    const limits = { ...impatient, connectMs: 80 };
    expect(await ask(peer, printerCertificate.fingerprint, limits)).toEqual({
      ok: false,
      error: { kind: 'unreachable', why: 'timed-out' },
    });
  });

  it('TLS where it should not be', async () => {
    const peer = await answering(printerCertificate);
    const target = { ...peer.target, tls: null };
    const reply = await post({ target, message, ...nothingMore }, patient);
    expect(reply.ok).toBe(false);
    expect(['cut', 'not-ipp']).toContain(reply.ok ? '' : reply.error.kind);
    expect(peer.received()).toBe(0);
  });

  it('an address without TLS has no certificate to be read: a bug', async () => {
    const peer = await rawPeer((socket) => socket.resume());
    await expect(readCertificate(peer.target)).rejects.toThrow('no certificate');
  });
});
