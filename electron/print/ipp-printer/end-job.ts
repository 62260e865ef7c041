import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import type { WorkerContext } from '../worker-context.ts';
import { isActive } from './find-job.ts';
import { type KnownJob, type ReadJobFailure, readJob } from './known-job.ts';
import { isUnknownJob } from './refusal-of.ts';
import type { Patience } from './time-limits.ts';

/** `still-active`: it was told to end and has not, within the time that a printer may take for it. */
export type EndFailure = ReadJobFailure | { readonly kind: 'still-active' };

/**
 * Cancels a job of ours and waits until nothing can come of it any more. Answers how it ended, or null when the printer
 * does not know it any more. What stands under its number by another name is never canceled: it may be somebody else's,
 * or ours, renamed.
 */
export async function endJob(
  client: IppClient,
  known: KnownJob,
  context: WorkerContext,
  patience: Patience,
): Promise<Result<JobAttributes | null, EndFailure>> {
  const began = context.now();
  let canceled = false;
  for (;;) {
    const job = await readJob(client, known);
    if (!job.ok)
      return job.error.kind !== 'another-job' && isUnknownJob(job.error) ? ok(null) : err(job.error);
    if (!isActive(job.value)) return job;
    // A refusal means that it has just ended, or is at a point where it cannot be stopped: the next look tells.
    if (!canceled) canceled = (await client.cancelJob(known.number, { purge: false })).ok;
    if (context.now() - began > patience.cancel) return err({ kind: 'still-active' });
    await context.wait(patience.pollInterval);
  }
}
