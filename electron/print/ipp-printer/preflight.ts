import { type IppDevice, type PrinterRefusal, roleOf } from '../../../shared/contract/printing/printer.ts';
import { type PrinterTrouble, troublesIn } from '../../../shared/printing/trouble.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { PrinterAttributes } from '../../lib/ipp/printer-attributes.ts';
import { chooseSides } from '../set-up/choose.ts';
import { spoolRefusals } from '../set-up/spool-of.ts';
import { stillOffersMedia, stillTakesAsDrawn } from '../set-up/still-offers.ts';
import type { WorkerContext } from '../worker-context.ts';
import { refusalOf } from './refusal-of.ts';
import type { Patience } from './time-limits.ts';

/**
 * What speaks against sending a card to this printer now: asked anew before every card, because queues are set up
 * anew and cassettes are changed. Null: nothing does.
 */
export function refusedNow(
  printer: IppDevice,
  said: PrinterAttributes,
  { printServer }: Pick<WorkerContext, 'printServer'>,
): PrinterRefusal | null {
  const reasons = spoolRefusals(printer.address, said, printServer);
  if (reasons.length > 0) return { kind: 'spool', reasons: [...reasons] };
  if (!said.accepting) return { kind: 'rejecting' };
  const role = roleOf(printer);
  if (!stillOffersMedia(said, printer.media, role)) {
    return { kind: role === 'card' ? 'no-card-size' : 'no-paper-size' };
  }
  if (chooseSides(said, role) === null) return { kind: 'no-duplex' };
  if (!stillTakesAsDrawn(said, printer)) return { kind: 'changed' };
  return null;
}

/**
 * Waits for a printer that stands still, telling why, with nothing sent: what is in the kiosk cannot lie in
 * anybody's spool. A printer that only mentions a trouble is not waited for: some never take it back before the
 * next job. `free`: also for one that is at work on another job, because many take one at a time, and of one that takes
 * more the card would lie in its spool; a queue of this machine waits by itself, in memory. Null: the card may be sent.
 */
export async function waitUntilItMayBeSent(
  client: IppClient,
  printer: IppDevice,
  context: WorkerContext,
  patience: Patience,
  until: 'ready' | 'free',
): Promise<PrinterRefusal | null> {
  const began = context.now();
  let told = '';
  for (;;) {
    if (context.isStopped()) return { kind: 'not-sent' };
    const said = await client.getPrinterAttributes();
    if (!said.ok) return refusalOf(said.error);
    const refused = refusedNow(printer, said.value, context);
    if (refused !== null) return refused;
    const { state, stateReasons, accepting } = said.value;
    const isBusy = until === 'free' && state === 'processing' && !printer.isQueue;
    const mentioned = troublesIn({ state, reasons: stateReasons, accepting });
    const troubles: readonly PrinterTrouble[] = [
      ...(isBusy || state === 'stopped' ? mentioned : []),
      ...(isBusy ? (['busy'] as const) : []),
    ];
    if (troubles.join() !== told) {
      told = troubles.join();
      await context.report({ kind: 'troubles', troubles: [...troubles] });
    }
    if (troubles.length === 0) return null;
    if (context.now() - began > patience.beforeSending) return { kind: isBusy ? 'busy' : 'not-sent' };
    await context.waitUnlessStopped(patience.pollInterval);
  }
}
