import { describe, expect, it } from 'vitest';
import { CONSENT, httpPeer, httpReply, sayingPeer } from './peer.test-support.ts';
import { ask, HEAD, notIpp } from './transport.test-support.ts';
import { wire } from './wire.test-support.ts';

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
