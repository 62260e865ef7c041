import type { PrinterJob } from '../../../shared/contract/worker.ts';
import { parsePrinterAddress } from '../../../shared/printing/address.ts';
import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import type { PrinterAttributes } from '../ipp/printer-attributes.ts';
import { checkQueue } from '../spool/check-queue.ts';
import { lookForJob } from '../spool/look-for-job.ts';
import { readServerSettings } from '../spool/server-settings.ts';
import { placesInMemory } from '../spool/spool-places.ts';

/** Why the spool behind this address may not have a card in it; empty for a printer that is no queue. */
export function spoolRefusals(
  address: string,
  said: PrinterAttributes,
  settings: string,
): readonly SpoolRefusal[] {
  if (said.cupsVersion === null) return [];
  const target = parsePrinterAddress(address);
  if (!target.ok) throw new Error('a printer that was chosen has no address');
  const { host, port } = target.value;
  const { deviceUri, printerType, errorPolicy, memberUris, makeAndModel } = said;
  const checked = checkQueue(
    { host, port, deviceUri, printerType, errorPolicy, memberUris, makeAndModel },
    { filesConf: settings },
  );
  return checked.ok ? [] : checked.error;
}

/**
 * Looks into the spool's own folders after a purge: whether something of the job is there. `cannot-look`: this
 * process may not, as an ordinary user, and the print server's own word has to do.
 */
export function lookIntoSpool(job: PrinterJob, settings: string): 'nothing' | 'something' | 'cannot-look' {
  const read = readServerSettings(settings);
  const places = read.ok ? placesInMemory(read.value) : read;
  if (!places.ok) return 'cannot-look';
  // No job has the number 0: without a number it is looked for by its name.
  const { files, unreadable } = lookForJob(places.value, { name: job.name, number: job.number ?? 0 });
  if (files.length > 0) return 'something';
  return unreadable.length > 0 ? 'cannot-look' : 'nothing';
}
