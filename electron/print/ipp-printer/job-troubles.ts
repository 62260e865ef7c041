import type { IppDevice } from '../../../shared/contract/printing/printer.ts';
import { type PrinterTrouble, troublesIn } from '../../../shared/printing/trouble.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import { isActive } from './find-job.ts';

/** What is asked of the printer while it prints. */
const ASKED = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'printer-state-message',
];

/**
 * What CUPS says when its device does not answer: it has no keyword for it, and goes on calling the job
 * "processing" (measured). Its words are English whatever the machine's language is: cupsd translates none.
 */
const DEVICE_AWAY =
  /not responding|unable to (connect|locate)|not available|unavailable|unreachable|is offline/i;

/** What keeps a printer from going on with this job of ours; null: it did not answer. */
export async function troublesOf(
  client: IppClient,
  printer: IppDevice,
  job: JobAttributes,
): Promise<readonly PrinterTrouble[] | null> {
  const said = await client.getPrinterAttributes(ASKED);
  if (!said.ok) return null;
  const { state, stateReasons, accepting, stateMessage } = said.value;
  const reasons = [...stateReasons, ...job.printerStateReasons];
  const message = `${stateMessage ?? ''} ${job.printerStateMessage ?? ''}`;
  if (printer.isQueue && DEVICE_AWAY.test(message)) reasons.push('offline');
  // What it takes of others does not concern a job that it has.
  const isAccepting = accepting || isActive(job);
  return troublesIn({ state, reasons, accepting: isAccepting });
}
