import type { X509Certificate } from 'node:crypto';
import { connect, type LookupFunction, type Socket } from 'node:net';
import { connect as connectSecurely, TLSSocket } from 'node:tls';
import type { IppTarget } from '../../../shared/printing/address.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { IppFailure } from './failure.ts';
import type { IppLimits } from './limits.ts';

type Why = Extract<IppFailure, { readonly kind: 'unreachable' }>['why'];

/** An open line. Nothing has gone over it but TLS's own handshake. */
export interface Connection {
  readonly socket: Socket;
  /** What the other side showed and proved to have the key of; null without TLS. */
  readonly certificate: X509Certificate | null;
}

/**
 * Connects. The caller looks at the certificate before anything else, and destroys the socket. `path`: a UNIX socket to
 * connect to in the place of the target's address, which has no TLS then; null: the address.
 */
export async function openConnection(
  target: IppTarget,
  limits: IppLimits,
  signal: AbortSignal | null,
  path: string | null = null,
): Promise<Result<Connection, IppFailure>> {
  if (signal?.aborted === true) return unreachableBecause('stopped');
  const socket =
    target.tls === null
      ? connect(path === null ? placeOf(target) : { path })
      : connectSecurely(secured(target));
  const why = await outcomeOf(socket, target.tls === null ? 'connect' : 'secureConnect', limits, signal);
  const certificate = (socket instanceof TLSSocket ? socket.getPeerX509Certificate() : null) ?? null;
  if (why === null && (target.tls === null || certificate !== null)) return ok({ socket, certificate });
  socket.destroy();
  return unreachableBecause(why ?? 'other');
}

/** Lower-case hex SHA-256 of the DER certificate. */
export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** Longer than anything is waited for here. */
const NEVER_MILLISECONDS = 2 ** 31 - 1;

function placeOf({ host, port }: IppTarget) {
  return {
    ...{ host, port, lookup: lookUpLocalhost },
    // Requests are one or two writes: nothing is gained by waiting for more.
    noDelay: true,
    // Node gives up the first address of localhost after 250 ms, by a clock that runs on while this process stands still; a
    // loopback address without a listener refuses at once. The wait for the whole has a clock of its own.
    autoSelectFamilyAttemptTimeout: NEVER_MILLISECONDS,
  };
}

function secured(target: IppTarget) {
  return {
    ...placeOf(target),
    minVersion: 'TLSv1.2' as const,
    // Printers sign their certificates themselves. The pin is the trust, and it is compared by the caller.
    rejectUnauthorized: false,
  };
}

/** Null: connected. Leaves no listener and no timer behind. */
function outcomeOf(
  socket: Socket,
  connected: 'connect' | 'secureConnect',
  limits: IppLimits,
  signal: AbortSignal | null,
): Promise<Why | null> {
  return new Promise((resolve) => {
    let isSettled = false;
    const settle = (why: Why | null): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.removeListener('error', onError);
      socket.removeListener('close', onClose);
      // A destroyed socket may still tell of the error it was destroyed after: that is known by now.
      if (why !== null) socket.on('error', () => undefined);
      resolve(why);
    };
    const onAbort = (): void => settle('stopped');
    const onError = (error: Error): void => settle(whyOf(error));
    // Ended in the middle of the handshake.
    const onClose = (): void => settle('other');
    // In a process that stood still the clock is heard before the connection that is there since: that one goes first.
    const timer = setTimeout(() => setImmediate(() => settle('timed-out')), limits.connectMs);
    signal?.addEventListener('abort', onAbort);
    socket.once(connected, () => settle(null));
    socket.once('error', onError);
    socket.once('close', onClose);
  });
}

function whyOf(error: Error): Why {
  const code = 'code' in error ? error.code : null;
  switch (code) {
    case 'ECONNREFUSED':
    // A UNIX socket that has gone since it was looked for.
    case 'ENOENT':
      return 'refused';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
      return 'no-route';
    case 'ETIMEDOUT':
      return 'timed-out';
    default:
      return 'other';
  }
}

/** `localhost` without asking anybody. Numbers never come here. */
const lookUpLocalhost: LookupFunction = (_host, options, tell) => {
  if (options.all !== true) return tell(null, '127.0.0.1', 4);
  tell(null, [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ]);
};

function unreachableBecause(why: Why): Result<never, IppFailure> {
  return err({ kind: 'unreachable', why });
}
