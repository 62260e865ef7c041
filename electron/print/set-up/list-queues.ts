import type { PrintServer } from '../../../shared/contract/configuration.ts';
import {
  LONGEST_PRINTER_NAME,
  type LocalQueue,
  type PrinterRefusal,
} from '../../../shared/contract/printing/printer.ts';
import { type IppTarget, parsePrinterAddress, printerUri } from '../../../shared/printing/address.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createIppClient } from '../../lib/ipp/client.ts';
import { cut } from '../../lib/ipp/cut.ts';
import type { IppLimits } from '../../lib/ipp/limits.ts';
import { refusalOf } from '../ipp-printer/refusal-of.ts';
import { socketTo } from '../local-server.ts';

/** The queues of the print server on this machine, as it lists them itself. None: it has none. */
export async function listQueues(
  printServer: PrintServer,
  limits: IppLimits,
): Promise<Result<readonly LocalQueue[], PrinterRefusal>> {
  const server: IppTarget = { host: 'localhost', port: printServer.port, path: '/', tls: null };
  const socket = socketTo(server, printServer);
  const listed = await createIppClient(server, { limits, socket }).listQueues();
  if (!listed.ok) return err(refusalOf(listed.error));
  return ok(
    listed.value.flatMap(({ name, makeAndModel }) => {
      const address = printerUri({ ...server, path: `/printers/${encodeURIComponent(name)}` });
      // A name so long that its address could not be kept: CUPS gives no such one.
      if (!parsePrinterAddress(address).ok) return [];
      return [
        {
          address,
          name: cut(name, LONGEST_PRINTER_NAME),
          makeAndModel: cut(makeAndModel, LONGEST_PRINTER_NAME),
        },
      ];
    }),
  );
}
