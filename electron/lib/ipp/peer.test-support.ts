import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { IppTarget } from '../../../shared/printing/address.ts';
import { DEFAULT_LIMITS, type IppLimits } from './limits.ts';
import { replyOf, wire } from './wire.test-support.ts';

/** A reply that consents to anything. */
export const CONSENT = replyOf(1);

/** Limits that end in a test's time, but not before a busy machine has answered. */
export const patient: IppLimits = { ...DEFAULT_LIMITS, replyBytes: 64 * 1024 };
/** For peers that never come to an end, once they are reached: a machine that pauses is not one that is away. */
export const impatient: IppLimits = { ...patient, headMs: 80, callMs: 80, closeMs: 80 };

/** A server that lives as long as the test, and what reached it. */
export interface Peer {
  readonly target: IppTarget;
  /** Bytes of all connections, without TLS. */
  received(): number;
  connections(): number;
}

/** A server that says HTTP. */
export function httpPeer(listener: RequestListener): Promise<Peer> {
  return started(createHttpServer(listener), false);
}

/** A server that may say anything. */
export function rawPeer(onConnection: (socket: Socket) => void): Promise<Peer> {
  return started(createServer(onConnection), false);
}

/** The same behind TLS. */
export function tlsPeer(options: TlsOptions, onConnection: (socket: Socket) => void): Promise<Peer> {
  const server = createTlsServer(options);
  let received = 0;
  server.on('secureConnection', (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received += chunk.byteLength;
    });
    onConnection(socket);
  });
  // A client that goes away in the middle of the handshake is what some tests are about.
  server.on('tlsClientError', () => undefined);
  return started(server, true, () => received);
}

/** A raw peer that says these bytes as soon as it hears anything, then does what is left to do. */
export function sayingPeer(
  parts: readonly (string | Uint8Array)[],
  then: (socket: Socket) => void = () => undefined,
): Promise<Peer> {
  return rawPeer((socket) => {
    socket.once('data', () => socket.write(wire(...parts), () => then(socket)));
  });
}

/** HTTP around an IPP reply. */
export function httpReply(body: Uint8Array, headers = ''): readonly (string | Uint8Array)[] {
  return [
    `HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: ${body.byteLength}\r\n${headers}\r\n`,
    body,
  ];
}

/** Says a piece of itself again and again, as fast as it is taken or at intervals, until the line is cut. */
export function sayForEver(socket: Socket, piece: string, everyMs: number | null): void {
  const say = (): void => {
    if (!socket.destroyed) socket.write(piece, everyMs === null ? say : undefined);
  };
  if (everyMs === null) {
    say();
    return;
  }
  const timer = setInterval(say, everyMs);
  socket.on('close', () => clearInterval(timer));
}

async function started(server: Server, isTls: boolean, plain?: () => number): Promise<Peer> {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    sockets.push(socket);
    // The other side resets lines as it likes.
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<unknown>((resolve) => server.close(resolve));
  });
  return {
    target: {
      host: '127.0.0.1',
      port: portOf(server.address()),
      path: '/ipp/print',
      tls: isTls ? { pin: null } : null,
    },
    received: () => plain?.() ?? sockets.reduce((sum, each) => sum + each.bytesRead, 0),
    connections: () => sockets.length,
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
