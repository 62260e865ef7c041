import type { LocalQueue, PrinterRefusal } from '../../../shared/contract/printer.ts';
import { type IppTarget, printerUri } from '../../../shared/printing/address.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createIppClient } from '../ipp/client.ts';
import type { IppLimits } from '../ipp/limits.ts';
import { refusalOf, STATUS } from '../ipp-printer/refusal-of.ts';

/** The queues of the print server on this machine, as it lists them itself. None: it has none. */
export async function listQueues(
  port: number,
  limits: IppLimits,
): Promise<Result<readonly LocalQueue[], PrinterRefusal>> {
  const server: IppTarget = { host: 'localhost', port, path: '/', tls: null };
  const listed = await createIppClient(server, { limits }).listQueues();
  if (!listed.ok) {
    // How CUPS says that it has no queue at all.
    const isEmpty = listed.error.kind === 'refused' && listed.error.status === STATUS.notFound;
    return isEmpty ? ok([]) : err(refusalOf(listed.error));
  }
  return ok(
    listed.value.map(({ name, makeAndModel }) => ({
      address: printerUri({ ...server, path: `/printers/${encodeURIComponent(name)}` }),
      name: name.slice(0, 255),
      makeAndModel: makeAndModel.slice(0, 255),
    })),
  );
}
