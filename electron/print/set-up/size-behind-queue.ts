import { randomBytes } from 'node:crypto';
import { jobId } from '../../../shared/contract/ids.ts';
import type { PrinterRefusal, PrinterRole, PrintMedia } from '../../../shared/contract/printer.ts';
import { type IppTarget, parsePrinterAddress, printerUri } from '../../../shared/printing/address.ts';
import { readCertificate } from '../ipp/certificate.ts';
import { createIppClient } from '../ipp/client.ts';
import type { IppLimits } from '../ipp/limits.ts';
import type { PrinterAttributes } from '../ipp/printer-attributes.ts';
import { chooseMedia } from './choose.ts';

/** `client-error-attributes-or-values-not-supported` (RFC 8011, B.1.4.12). */
const VALUES_NOT_SUPPORTED = 0x040b;

/**
 * Whether the printer behind a queue refuses the size that the queue would ask it for. CUPS rounds sizes to whole
 * millimetres in the queues it makes by itself (`everywhere`): 53.98 × 85.6 becomes 54 × 86, and a strict printer
 * cancels every card. The printer itself is asked, and nothing is made there; `null` also where it cannot be asked, or
 * takes its own size by no measures (`ippeveprinter`): the test card has to show it then.
 */
export async function sizeRefusedBehindQueue(
  queue: PrinterAttributes,
  role: PrinterRole,
  limits: IppLimits,
): Promise<PrinterRefusal | null> {
  const asked = chooseMedia(queue, role);
  if (queue.cupsVersion === null || queue.deviceUri === null || asked === null) return null;
  // Without what is meant for the print server's own program (`?waitjob=false`).
  const device = parsePrinterAddress(queue.deviceUri.replace(/\?.*$/, ''));
  if (!device.ok) return null;
  const target = await trusting(device.value, limits);
  const client = createIppClient(target, { limits });
  const printer = await client.getPrinterAttributes();
  const own = printer.ok ? chooseMedia(printer.value, role) : null;
  if (own === null || isSame(own, asked)) return null;

  const validate = ({ widthHundredths, heightHundredths }: PrintMedia) =>
    client.validateJob({
      jobName: jobId.parse(randomBytes(16).toString('hex')),
      media: { by: 'measures', widthHundredths, heightHundredths },
      sides: 'one-sided',
    });
  const takesOwn = await validate(own);
  if (!takesOwn.ok) return null;
  const takesAsked = await validate(asked);
  const isRefused =
    !takesAsked.ok && takesAsked.error.kind === 'refused' && takesAsked.error.status === VALUES_NOT_SUPPORTED;
  return isRefused ? { kind: 'size-refused-behind', asked, own, address: printerUri(target) } : null;
}

/** With whatever certificate it shows: the queue talks to it already, and it is told nothing but sizes. */
async function trusting(target: IppTarget, limits: IppLimits): Promise<IppTarget> {
  if (target.tls === null) return target;
  const shown = await readCertificate(target, { limits });
  return shown.ok ? { ...target, tls: { pin: shown.value.fingerprint } } : target;
}

function isSame(one: PrintMedia, other: PrintMedia): boolean {
  return one.widthHundredths === other.widthHundredths && one.heightHundredths === other.heightHundredths;
}
