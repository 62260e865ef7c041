import type { Socket } from 'node:net';
import type { IppTarget } from '../../../shared/printing/address.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { fingerprintOf, openConnection } from './connect.ts';
import type { IppFailure } from './failure.ts';
import { DEFAULT_LIMITS, type IppLimits } from './limits.ts';

export interface ShownCertificate {
  /** Lower-case hex SHA-256 of the DER certificate: what becomes the pin. */
  readonly fingerprint: string;
  /** As the certificate says it, one part a line. Nobody vouches for it. */
  readonly subject?: string;
}

/**
 * The certificate that is shown at a TLS address, for a person to compare with the printer's own panel. Nothing
 * is asked and nothing is sent. A target without TLS has none: a bug.
 */
export async function readCertificate(
  target: IppTarget,
  options: { readonly limits?: IppLimits } = {},
): Promise<Result<ShownCertificate, IppFailure>> {
  const opened = await openConnection(target, options.limits ?? DEFAULT_LIMITS, null);
  if (!opened.ok) return opened;
  const { socket, certificate } = opened.value;
  socket.destroy();
  if (certificate === null) throw new Error('this address has no certificate');
  const { subject } = certificate;
  return ok({ fingerprint: fingerprintOf(certificate), ...(subject ? { subject } : {}) });
}

/** A line to the printer that was pinned, and to no other. Without a pin there is no such printer yet. `path`: see `openConnection`. */
export async function connectToPinned(
  target: IppTarget,
  limits: IppLimits,
  signal: AbortSignal | null,
  path: string | null,
): Promise<Result<Socket, IppFailure>> {
  const opened = await openConnection(target, limits, signal, path);
  if (!opened.ok) return opened;
  const { socket, certificate } = opened.value;
  if (certificate === null) return ok(socket);
  const fingerprint = fingerprintOf(certificate);
  if (fingerprint === target.tls?.pin) return ok(socket);
  socket.destroy();
  return err({ kind: 'certificate', fingerprint });
}
