import { basename } from 'node:path';
import type { PrintServer } from '../../../shared/contract/configuration.ts';
import type { PrinterJob } from '../../../shared/contract/worker.ts';
import { parsePrinterAddress } from '../../../shared/printing/address.ts';
import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import type { PrinterAttributes } from '../../lib/ipp/printer-attributes.ts';
import { readServerSettings } from '../../lib/print-server/server-settings.ts';
import { placesInMemory } from '../../lib/print-server/spool-places.ts';
import { socketTo } from '../local-server.ts';
import { checkQueue } from '../spool/check-queue.ts';
import { findJobTraces } from '../spool/find-job-traces.ts';

/** Why the spool behind this address may not have a card in it; empty for a printer that is no queue. */
export function spoolRefusals(
  address: string,
  said: PrinterAttributes,
  printServer: PrintServer,
): readonly SpoolRefusal[] {
  if (said.cupsVersion === null) return [];
  const target = parsePrinterAddress(address);
  if (!target.ok) throw new Error('a printer that was chosen has no address');
  const { host, port } = target.value;
  const { deviceUri, printerType, errorPolicy, memberUris, makeAndModel } = said;
  const checked = checkQueue(
    { host, port, deviceUri, printerType, errorPolicy, memberUris, makeAndModel },
    { filesConf: printServer.settings, socket: socketTo(target.value, printServer) },
  );
  return checked.ok ? [] : checked.error;
}

/** What lies of a job in a spool's own folders. */
export type SpoolFindings =
  | 'nothing'
  /** Only what the server notes of a job: its number, our random name, and a user who is always the same. */
  | 'control-file'
  | 'something'
  /** This process may not look, as an ordinary user: the print server's own word has to do. */
  | 'cannot-look';

/** Looks into the spool's own folders after a purge: whether something of the job is there. */
export function searchSpool(job: PrinterJob, settings: string): SpoolFindings {
  const read = readServerSettings(settings);
  const places = read.ok ? placesInMemory(read.value) : read;
  if (!places.ok) return 'cannot-look';
  // No job has the number 0: without a number it is looked for by its name.
  const { files, unreadable } = findJobTraces(places.value, { name: job.name, number: job.number ?? 0 });
  if (files.length > 0) return files.every(isControlFile) ? 'control-file' : 'something';
  return unreadable.length > 0 ? 'cannot-look' : 'nothing';
}

/** As cupsd names them: `c00021`, with `.N` and `.O` for copies that are being exchanged. */
function isControlFile(path: string): boolean {
  return /^c\d{5,}(?:\.[NO])?$/.test(basename(path));
}
