import type { PrintServer } from '../../../shared/contract/configuration.ts';
import type { IppPrinter } from '../../../shared/contract/printing/printer.ts';
import type { PrinterCondition } from '../../../shared/contract/printing/printer-status.ts';
import { troublesIn } from '../../../shared/printing/trouble.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import { refusalOf } from '../ipp-printer/refusal-of.ts';
import { spoolRefusals } from '../set-up/spool-of.ts';
import type { WorkerContext } from '../worker-context.ts';

/** A clerk sees within two seconds what happens at the printer. */
const POLL_MILLISECONDS = 1_000;

/** All that a condition is made of, and no more: printers are asked this every second. */
const ASKED = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'printer-make-and-model',
  // Of a queue: whether it still is one that may be used.
  'cups-version',
  'device-uri',
  'printer-type',
  'printer-error-policy',
  'member-uris',
];

/** How the printer is now. */
export async function readCondition(
  client: IppClient,
  printer: IppPrinter,
  printServer: PrintServer,
): Promise<PrinterCondition> {
  const answer = await client.getPrinterAttributes(ASKED);
  if (!answer.ok) return { kind: 'refused', why: refusalOf(answer.error) };
  const said = answer.value;
  const reasons = spoolRefusals(printer.address, said, printServer);
  if (reasons.length > 0) return { kind: 'refused', why: { kind: 'spool', reasons: [...reasons] } };
  const troubles = troublesIn({
    state: said.state,
    reasons: said.stateReasons,
    accepting: said.accepting,
  });
  if (troubles.length > 0) return { kind: 'trouble', troubles: [...troubles] };
  return { kind: said.state === 'processing' ? 'working' : 'ready' };
}

/** Looks at the printer for as long as this worker lives, and tells every change. */
export async function watchPrinter(
  client: IppClient,
  printer: IppPrinter,
  context: WorkerContext,
): Promise<void> {
  let told = '';
  while (!context.isStopped()) {
    const condition = await readCondition(client, printer, context.printServer);
    const said = JSON.stringify(condition);
    if (said !== told) {
      told = said;
      await context.report({ kind: 'condition', condition });
    }
    await context.waitUnlessStopped(POLL_MILLISECONDS);
  }
}
