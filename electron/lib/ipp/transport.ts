import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { IppTarget } from '../../../shared/printing/address.ts';
import { err } from '../../../shared/result.ts';
import { connectToPinned } from './certificate.ts';
import { watchConnection } from './closing.ts';
import type { IppFailure } from './failure.ts';
import type { IppLimits } from './limits.ts';
import { type Reply, receiveReply, saysNo } from './reply.ts';
import { sendBody } from './send-body.ts';

// An import would read all that the module exports, a client for web sockets among it: 20 ms at the start of each worker.
const { request: startRequest } = process.getBuiltinModule('node:http');

/** More "wait a moment" (HTTP 1xx) than this before a reply is a game. CUPS sends one at most. */
const MAXIMUM_INFORMATION = 8;

/** One request: an encoded IPP message, and a document behind it. */
export interface Call {
  readonly target: IppTarget;
  /** The UNIX socket that leads to it; null: its address does. */
  readonly socket: string | null;
  readonly message: Uint8Array;
  readonly document: Uint8Array | null;
  readonly signal: AbortSignal | null;
  /** How many bytes of the document the line has taken so far. */
  readonly onTaken: (bytes: number) => void;
}

/**
 * Posts one IPP request (RFC 8010, 4) on a connection of its own and gives back the reply's bytes. Nothing is
 * followed, tried again or kept open, so that the answer to "may bytes of ours have arrived?" is exact: before
 * this has a trusted connection, no; from then on, yes. A document has no time of its own: who sends it watches the
 * printer meanwhile, and ends it by the signal.
 */
export async function post(call: Call, limits: IppLimits): Promise<Reply> {
  const connected = await connectToPinned(call.target, limits, call.signal, call.socket);
  if (!connected.ok) return connected;
  try {
    return await exchange(connected.value, call, limits);
  } finally {
    connected.value.destroy();
  }
}

function exchange(socket: Socket, call: Call, limits: IppLimits): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const watched = call.document === null ? null : watchConnection(socket, call.socket !== null);
    const request = startPost(watched?.line ?? socket, call, limits);
    let isAnswered = false;
    let headTimer: NodeJS.Timeout | undefined;
    const settle = (reply: Reply): void => {
      clearTimeout(headTimer);
      clearTimeout(callTimer);
      call.signal?.removeEventListener('abort', onAbort);
      resolve(reply);
    };
    const fail = (failure: IppFailure): void => settle(err(failure));
    const onTimeout = (): void => fail({ kind: 'cut', why: 'timed-out' });
    const onAbort = (): void => fail({ kind: 'cut', why: 'stopped' });
    const onError = (error: Error): void => fail(failureOf(error));
    const callTimer = call.document === null ? setTimeout(onTimeout, limits.callMs) : undefined;
    call.signal?.addEventListener('abort', onAbort);

    // A printer may answer a document only after it has printed it.
    if (call.document === null) {
      request.once('finish', () => {
        headTimer = setTimeout(onTimeout, limits.headMs);
      });
    }
    request.on('response', (response) => {
      clearTimeout(headTimer);
      receiveReply(response, limits, (reply) => {
        if (!reply.ok || saysNo(reply.value) || watched === null) return settle(reply);
        // Consent to a document that has not been read to its end consents to something else.
        isAnswered = true;
        const confirm = async (): Promise<void> => {
          const how = await watched.closing(limits.closeMs, keepsOpen(response));
          if (how === 'in-order') settle(reply);
          else fail({ kind: 'cut', why: how === 'open' ? 'timed-out' : 'reset' });
        };
        if (request.writableFinished) void confirm();
        else request.once('finish', () => void confirm());
      });
    });
    let information = 0;
    request.on('information', () => {
      information += 1;
      if (information > MAXIMUM_INFORMATION) fail({ kind: 'not-ipp', why: 'too-much' });
    });
    request.on('upgrade', () => fail({ kind: 'not-ipp', why: 'http-status', httpStatus: 101 }));
    request.on('error', onError);
    request.on('close', () => {
      if (!isAnswered || !request.writableFinished) fail({ kind: 'cut', why: 'reset' });
    });
    // Node's client listens too, but lets go of the socket when the reply is complete.
    socket.on('error', onError);
    sendBody(request, call.message, call.document, call.onTaken).catch((error: unknown) => {
      reject(error);
      onAbort();
    });
  });
}

/** Whether a reply leaves the connection open for another request (RFC 9112, 9.3). */
function keepsOpen({ headers, httpVersion }: IncomingMessage): boolean {
  const options = headers.connection?.toLowerCase() ?? '';
  return httpVersion === '1.0' ? options.includes('keep-alive') : !options.includes('close');
}

function startPost(line: Duplex, { target, message, document }: Call, limits: IppLimits): ClientRequest {
  const { host, port, path } = target;
  return startRequest({
    createConnection: () => line,
    method: 'POST',
    path,
    setHost: false,
    maxHeaderSize: limits.headBytes,
    headers: {
      Host: `${host.includes(':') ? `[${host}]` : host}:${port}`,
      'Content-Type': 'application/ipp',
      'Content-Length': message.byteLength + (document?.byteLength ?? 0),
    },
  });
}

/** What went wrong after bytes may have left. Node's HTTP parser names its own errors `HPE_…`. */
function failureOf(error: Error): IppFailure {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'HPE_HEADER_OVERFLOW' || code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') {
    return { kind: 'not-ipp', why: 'too-much' };
  }
  if (code.startsWith('HPE_')) return { kind: 'not-ipp', why: 'malformed' };
  return { kind: 'cut', why: code === 'ETIMEDOUT' ? 'timed-out' : 'reset' };
}
