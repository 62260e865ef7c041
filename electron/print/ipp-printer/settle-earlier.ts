import type { IppPrinter, PrintEnding } from '../../../shared/contract/printer.ts';
import type { PrinterJob } from '../../../shared/contract/worker.ts';
import type { IppClient } from '../ipp/client.ts';
import type { Surroundings } from '../surroundings.ts';
import { endJob } from './end-job.ts';
import { findJobs, isActive } from './find-job.ts';
import type { Patience } from './patience.ts';
import { refusalOf } from './refusal-of.ts';

const EARLIER_CARD: PrintEnding = { kind: 'no-card', why: { kind: 'earlier-card' } };

/**
 * Makes sure that no attempt before this one can still bring a card: one card per application. Null: nothing
 * can, go on. Otherwise this attempt ends so, with nothing sent; where an earlier one was still under way when
 * the clerk looked, the clerk is asked anew.
 */
export async function settleEarlier(
  client: IppClient,
  printer: IppPrinter,
  earlier: readonly PrinterJob[],
  around: Surroundings,
  patience: Patience,
): Promise<PrintEnding | null> {
  let wasUnderWay = false;
  for (const job of earlier) {
    const found = await findJobs(client, job);
    if (!found.ok) return { kind: 'no-card', why: refusalOf(found.error) };
    for (const { number } of found.value.filter(isActive)) {
      const ended = await endJob(client, number, around, patience);
      if (!ended.ok) return EARLIER_CARD;
      // A printer of its own says how many faces it printed; a queue does not know what its device goes on with.
      const hasNoFace = !printer.isQueue && ended.value?.impressionsCompleted === 0;
      if (!hasNoFace) wasUnderWay = true;
    }
  }
  return wasUnderWay ? { kind: 'doubt', doubt: 'canceled' } : null;
}
