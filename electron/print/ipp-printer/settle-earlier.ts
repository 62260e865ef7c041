import type { IppDevice, PrintDoubt, PrintEnding } from '../../../shared/contract/printing/printer.ts';
import type { EarlierJob } from '../../../shared/contract/worker.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import type { WorkerContext } from '../worker-context.ts';
import { clientOf } from './client-of.ts';
import { endJob } from './end-job.ts';
import { findJobs, isActive, isWaiting } from './find-job.ts';
import { isQueueGone, refusalOf } from './refusal-of.ts';
import type { Patience } from './time-limits.ts';

const EARLIER_CARD: PrintEnding = { kind: 'no-card', why: { kind: 'earlier-card' } };

/** An attempt before this one, and the printer that has it: staff may have chosen another one since. */
export interface EarlierAttempt {
  readonly job: Omit<EarlierJob, 'printer'>;
  readonly printer: IppDevice;
}

/** The attempts that a printer can be asked about. One that was chosen anew is spoken to as it was chosen last. */
export function earlierAttempts(earlier: readonly EarlierJob[], printer: IppDevice): EarlierAttempt[] {
  return earlier.flatMap(({ printer: before, ...job }) => {
    if (before.driver !== 'ipp') return [];
    return [{ job, printer: before.address === printer.address ? printer : before }];
  });
}

/**
 * Makes sure that no attempt before this one can still bring a card: one card per application. Null: nothing
 * can, go on. Otherwise this attempt ends so, with nothing sent; where one may have brought its card after the
 * clerk looked, because nobody has heard of its end, the clerk is asked anew.
 */
export async function settleEarlier(
  earlier: readonly EarlierAttempt[],
  printer: IppDevice,
  context: WorkerContext,
  patience: Patience,
): Promise<PrintEnding | null> {
  let doubt: PrintDoubt | null = null;
  for (const { job, printer: there } of earlier) {
    const client = clientOf(there, context, patience.limits);
    const found = await findJobs(client, job);
    if (!found.ok) {
      if (there === printer) return { kind: 'no-card', why: refusalOf(found.error) };
      // A printer that was replaced need not ever answer again: a person has to look into it, once.
      await context.report({ kind: 'left-behind', name: job.name });
      doubt = isQueueGone(there, found.error) ? (doubt ?? 'vanished') : 'left-behind';
      continue;
    }
    const { ours, stranger } = found.value;
    // It had the job and has forgotten it: some do so at once.
    if (job.number !== null && ours.length === 0 && stranger === null) doubt ??= 'vanished';
    if (!there.isQueue && stranger !== null) {
      if (isActive(stranger)) return EARLIER_CARD;
      doubt ??= 'interrupted';
    }
    for (const each of ours) {
      const ended = await endJob(client, each, context, patience);
      if (!ended.ok) return EARLIER_CARD;
      if (printedNothing(each, ended.value ?? each, there)) continue;
      if (doubt !== 'left-behind') doubt = isActive(each) ? 'canceled' : (doubt ?? 'interrupted');
    }
  }
  return doubt === null ? null : { kind: 'doubt', doubt };
}

/**
 * It never had a document, or waited with it until it was ended. A job that began may have left half a card,
 * however few faces it counted: some count at the end of a sheet, and those that were canceled not at all. And a
 * queue does not know what its device goes on with.
 */
function printedNothing(found: JobAttributes, ended: JobAttributes, { isQueue }: IppDevice): boolean {
  if (isQueue || ended.state === 'completed' || (ended.impressionsCompleted ?? 0) > 0) return false;
  return ended.documents === 0 || (isWaiting(found) && ended.processingSince === null);
}
