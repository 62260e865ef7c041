import type { IppDevice } from '../../../shared/contract/printing/printer.ts';
import { parsePrinterAddress } from '../../../shared/printing/address.ts';
import { createIppClient, type IppClient } from '../../lib/ipp/client.ts';
import type { IppLimits } from '../../lib/ipp/limits.ts';
import { socketTo } from '../local-server.ts';
import type { WorkerContext } from '../worker-context.ts';

/** The line to a printer that was chosen, by the certificate that was confirmed then. */
export function clientOf(
  { address, pin }: IppDevice,
  { printServer }: Pick<WorkerContext, 'printServer'>,
  limits: IppLimits,
): IppClient {
  const target = parsePrinterAddress(address);
  if (!target.ok) throw new Error('a printer that was chosen has no address');
  const tls = target.value.tls === null ? null : { pin };
  return createIppClient({ ...target.value, tls }, { limits, socket: socketTo(target.value, printServer) });
}
