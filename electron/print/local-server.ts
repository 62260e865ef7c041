import { existsSync } from 'node:fs';
import type { PrintServer } from '../../shared/contract/configuration.ts';
import type { IppTarget } from '../../shared/printing/address.ts';
import { isThisMachine } from '../lib/print-server/listeners.ts';

/**
 * The UNIX socket that leads to what listens at this address, where that is the print server of this machine and its socket
 * is there; else null, and the address is taken. A kiosk without a network reaches its print server in no other way.
 */
export function socketTo({ host, port, tls }: IppTarget, server: PrintServer): string | null {
  const isServer = tls === null && port === server.port && isThisMachine(host);
  return isServer && server.socket !== null && existsSync(server.socket) ? server.socket : null;
}
