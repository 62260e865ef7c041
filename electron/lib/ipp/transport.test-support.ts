import type { IppTarget } from '../../../shared/printing/address.ts';
import type { IppLimits } from './limits.ts';
import { patient } from './peer.test-support.ts';
import { post } from './transport.ts';
import { wire } from './wire.test-support.ts';

export const MESSAGE = wire(2, 0, 0, 2, 0, 0, 0, 1, 1, 3);
/** How a reply begins whose body is still to come. */
export const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n';

/** Sends one request. */
export function ask(
  target: IppTarget,
  limits: IppLimits = patient,
  document: Uint8Array | null = null,
  signal: AbortSignal | null = null,
  onTaken: (bytes: number) => void = () => undefined,
) {
  return post({ target, socket: null, message: MESSAGE, document, signal, onTaken }, limits);
}

export const cut = (why: string) => ({ ok: false, error: { kind: 'cut', why } });
export const notIpp = (why: string, httpStatus?: number) => ({
  ok: false,
  error: { kind: 'not-ipp', why, ...(httpStatus === undefined ? {} : { httpStatus }) },
});
