import type { IppDevice } from '../../../shared/contract/printing/printer.ts';
import type { PrinterJob, PurgeOutcome } from '../../../shared/contract/worker.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import { type SpoolFindings, searchSpool } from '../set-up/spool-of.ts';
import type { WorkerContext } from '../worker-context.ts';
import { endJob } from './end-job.ts';
import { findJobs, isActive } from './find-job.ts';
import { isQueueGone, isUnknownJob } from './refusal-of.ts';
import type { Patience } from './time-limits.ts';

const PURGE_JOBS = 0x0012;

/**
 * Ends what is left of a job, lets the printer's side forget it and proves that. A queue of this machine is
 * `purged` when its server knows neither name nor number any more and, where this process may look, nothing of
 * the job lies in its folders, which are in memory. A printer
 * of its own is asked to forget, but nobody here can see into it: `not-proven`. Null: it did not answer, or
 * something is still there.
 */
export async function purgeJob(
  client: IppClient,
  printer: IppDevice,
  job: PrinterJob,
  context: WorkerContext,
  patience: Patience,
): Promise<PurgeOutcome | null> {
  const found = await findJobs(client, job);
  if (!found.ok) {
    // A queue that was deleted took its jobs with it; its server still has folders to look into.
    if (!isQueueGone(printer, found.error)) return null;
    return deletedQueue(searchSpool(job, context.printServer.settings));
  }
  const { ours, stranger } = found.value;
  // It may be ours, renamed: what has not ended is not over. A print server renames none.
  if (!printer.isQueue && stranger !== null && isActive(stranger)) return null;
  for (const each of ours) {
    const ended = await endJob(client, each, context, patience);
    if (!ended.ok) return null;
  }
  return printer.isQueue
    ? purgeFromQueue(client, job, ours, context.printServer.settings)
    : purgeFromPrinter(client);
}

async function purgeFromQueue(
  client: IppClient,
  job: PrinterJob,
  found: readonly JobAttributes[],
  settings: string,
): Promise<PurgeOutcome | null> {
  for (const { number } of found) {
    // A refusal shows in what is still there.
    await client.cancelJob(number, { purge: true });
    const left = await client.getJobAttributes(number);
    if (left.ok || !isUnknownJob(left.error)) return null;
  }
  const left = await findJobs(client, job);
  if (!left.ok || left.value.ours.length > 0) return null;
  const spool = searchSpool({ ...job, number: found[0]?.number ?? job.number }, settings);
  return spool === 'something' || spool === 'control-file' ? null : 'purged';
}

/**
 * Its server has nothing more to say of the job: only its folders have. Of a job that was under way when its queue
 * was deleted, cupsd keeps the control file until it starts anew, and may write it half a minute late (measured).
 * Nobody can have it removed, so this is never `purged`.
 */
function deletedQueue(spool: SpoolFindings): PurgeOutcome | null {
  return spool === 'something' ? null : 'not-proven';
}

/** Only while it has no other job: Purge-Jobs forgets them all. */
async function purgeFromPrinter(client: IppClient): Promise<PurgeOutcome | null> {
  const able = await client.getPrinterAttributes(['printer-state', 'operations-supported']);
  const waiting = await client.getJobs('not-completed');
  if (!able.ok || !waiting.ok) return null;
  if (able.value.operations.includes(PURGE_JOBS) && waiting.value.length === 0) await client.purgeJobs();
  return 'not-proven';
}
