import { randomBytes } from 'node:crypto';
import type { PrintServer } from '../../../shared/contract/configuration.ts';
import type { PrinterRefusal, PrinterRole, PrintMedia } from '../../../shared/contract/printing/printer.ts';
import { parsePrinterAddress, printerUri } from '../../../shared/printing/address.ts';
import { createIppClient } from '../../lib/ipp/client.ts';
import type { IppLimits } from '../../lib/ipp/limits.ts';
import type { PrinterAttributes } from '../../lib/ipp/printer-attributes.ts';
import { isNotSupported } from '../ipp-printer/refusal-of.ts';
import { socketTo } from '../local-server.ts';
import { chooseMedia } from './choose.ts';
import { withCertificate } from './with-certificate.ts';

/**
 * Whether the printer behind a queue refuses the size that the queue would ask it for. CUPS rounds sizes to whole
 * millimetres in the queues it makes by itself (`everywhere`): 53.98 × 85.6 becomes 54 × 86, and a strict printer
 * cancels every card. The printer itself is asked, and nothing is made there; `null` also where it cannot be asked, or
 * takes its own size by no measures (`ippeveprinter`): the test card has to show it then.
 */
export async function sizeRefusedBehindQueue(
  queue: PrinterAttributes,
  role: PrinterRole,
  printServer: PrintServer,
  limits: IppLimits,
): Promise<PrinterRefusal | null> {
  const asked = chooseMedia(queue, role);
  if (queue.cupsVersion === null || queue.deviceUri === null || asked === null) return null;
  // Without what is meant for the print server's own program (`?waitjob=false`).
  const device = parsePrinterAddress(queue.deviceUri.replace(/\?.*$/, ''));
  if (!device.ok) return null;
  // With whatever certificate it shows: the queue talks to it already, and it is told nothing but sizes.
  const target = await withCertificate(device.value, null, limits);
  if (!target.ok) return null;
  const client = createIppClient(target.value, { limits, socket: socketTo(target.value, printServer) });
  const printer = await client.getPrinterAttributes();
  const own = printer.ok ? chooseMedia(printer.value, role) : null;
  if (own === null || isSame(own, asked)) return null;

  const validate = ({ widthHundredths, heightHundredths }: PrintMedia) =>
    client.validateJob({
      jobName: randomBytes(16).toString('hex'),
      media: { by: 'measures', widthHundredths, heightHundredths },
      sides: 'one-sided',
    });
  const takesOwn = await validate(own);
  if (!takesOwn.ok) return null;
  const takesAsked = await validate(asked);
  const isRefused = !takesAsked.ok && isNotSupported(takesAsked.error);
  return isRefused ? { kind: 'size-refused-behind', asked, own, address: printerUri(target.value) } : null;
}

function isSame(one: PrintMedia, other: PrintMedia): boolean {
  return one.widthHundredths === other.widthHundredths && one.heightHundredths === other.heightHundredths;
}
