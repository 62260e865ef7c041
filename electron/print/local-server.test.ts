import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createRawServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { PrintServer } from '../../shared/contract/configuration.ts';
import type { IppTarget } from '../../shared/printing/address.ts';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { createIppClient } from '../lib/ipp/client.ts';
import { CONSENT, httpReply, patient } from '../lib/ipp/peer.test-support.ts';
import { enumeration, nameValue } from '../lib/ipp/samples.test-support.ts';
import { replyOf, wire } from '../lib/ipp/wire.test-support.ts';
import { socketTo } from './local-server.ts';
import { listQueues } from './set-up/list-queues.ts';

/** Where nothing listens: an answer came by the socket. */
const DEAF_PORT = 1;

interface SocketServer {
  readonly server: PrintServer;
  readonly heard: { readonly head: IncomingMessage; readonly body: Buffer }[];
}

/** A print server that listens at a UNIX socket alone, and answers everything so. */
async function socketServer(
  reply: Uint8Array = CONSENT,
  connection: 'close' | 'keep-alive' = 'close',
): Promise<SocketServer> {
  const socket = join(temporaryFolder(), 'cups.sock');
  const heard: SocketServer['heard'] = [];
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ head: request, body: Buffer.concat(chunks) });
      response.writeHead(200, { 'Content-Type': 'application/ipp', Connection: connection });
      response.end(reply);
    });
  });
  await new Promise<void>((resolve) => http.listen(socket, resolve));
  onTestFinished(() => new Promise<void>((resolve) => void http.close(() => resolve())));
  return { server: { port: DEAF_PORT, socket, settings: '/nowhere/cups-files.conf' }, heard };
}

const queue: IppTarget = { host: 'localhost', port: DEAF_PORT, path: '/printers/card', tls: null };

it('the print server of this machine is reached by its socket, and asked as at its address', async () => {
  const { server, heard } = await socketServer();
  const client = createIppClient(queue, { limits: patient, socket: socketTo(queue, server) });
  expect(await client.identifyPrinter()).toEqual({ ok: true, value: null });
  const [first] = heard;
  expect(first?.head.method).toBe('POST');
  expect(first?.head.url).toBe('/printers/card');
  // CUPS lets nobody in who names another host.
  expect(first?.head.headers.host).toBe(`localhost:${DEAF_PORT}`);
  expect(first?.body.includes(`ipp://localhost:${DEAF_PORT}/printers/card`)).toBe(true);
});

it('a document goes through the socket whole, and the server is waited for', async () => {
  const { server, heard } = await socketServer();
  const client = createIppClient(queue, { limits: patient, socket: socketTo(queue, server) });
  const document = Buffer.alloc(1_000_000, 'a card');
  let taken = 0;
  const sent = await client.sendDocument(7, 'image/pwg-raster', document, {
    onTaken: (bytes) => {
      taken = bytes;
    },
  });
  expect(sent).toEqual({ ok: true, value: null });
  expect(taken).toBe(document.byteLength);
  expect(heard[0]?.body.subarray(-document.byteLength).equals(document)).toBe(true);
});

it.each([
  ['keeps the connection', true],
  ['closes it', false],
])('a document that a server took and answered is taken, where it %s', async (_how, keepsOpen) => {
  const { server } = await socketServer(CONSENT, keepsOpen ? 'keep-alive' : 'close');
  const client = createIppClient(queue, { limits: patient, socket: socketTo(queue, server) });
  expect(await client.sendDocument(7, 'image/pwg-raster', Buffer.alloc(1000))).toEqual({
    ok: true,
    value: null,
  });
});

it('a server that consents to a document which it has not read to its end has not taken it', async () => {
  const socket = join(temporaryFolder(), 'cups.sock');
  const raw = createRawServer((line) => {
    line.on('error', () => undefined);
    line.once('data', () => {
      line.pause();
      line.write(wire(...httpReply(CONSENT, 'Connection: close\r\n')), () => line.destroy());
    });
  });
  await new Promise<void>((resolve) => raw.listen(socket, resolve));
  onTestFinished(() => new Promise<void>((resolve) => void raw.close(() => resolve())));
  const client = createIppClient(queue, { limits: patient, socket });
  const sent = await client.sendDocument(7, 'image/pwg-raster', Buffer.alloc(8_000_000));
  expect(sent).toEqual({ ok: false, error: { kind: 'cut', why: 'reset' } });
});

it('its queues are listed by the socket', async () => {
  const groups = wire(4, nameValue('printer-name', 'card'), enumeration('printer-state', 3));
  const { server } = await socketServer(replyOf(1, groups));
  expect(await listQueues(server, patient)).toEqual({
    ok: true,
    value: [{ address: `ipp://localhost:${DEAF_PORT}/printers/card`, name: 'card', makeAndModel: '' }],
  });
});

it('only what listens at the print server’s own port of this machine, without TLS, is reached so', async () => {
  const { server } = await socketServer();
  const { socket } = server;
  expect(socketTo(queue, server)).toBe(socket);
  expect(socketTo({ ...queue, host: '127.0.0.1' }, server)).toBe(socket);
  expect(socketTo({ ...queue, host: '::1' }, server)).toBe(socket);
  expect(socketTo({ ...queue, host: '192.0.2.17' }, server)).toBeNull();
  expect(socketTo({ ...queue, port: 60_000 }, server)).toBeNull();
  expect(socketTo({ ...queue, tls: { pin: null } }, server)).toBeNull();
});

it('where there is no such socket the address is taken', async () => {
  const { server } = await socketServer();
  expect(socketTo(queue, { ...server, socket: null })).toBeNull();
  expect(socketTo(queue, { ...server, socket: '/nowhere/cups.sock' })).toBeNull();
  const refused = await createIppClient(queue, { limits: patient }).identifyPrinter();
  expect(refused).toEqual({ ok: false, error: { kind: 'unreachable', why: 'refused' } });
});

it('a socket that has gone since is an unreachable server: nothing has left, and trying again is safe', async () => {
  const { server } = await socketServer();
  const socket = socketTo(queue, server);
  rmSync(socket ?? '');
  const client = createIppClient(queue, { limits: patient, socket });
  expect(await client.identifyPrinter()).toEqual({
    ok: false,
    error: { kind: 'unreachable', why: 'refused' },
  });
});
