import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { IppClient } from '../ipp/client.ts';
import type { IppFailure } from '../ipp/failure.ts';
import type { JobAttributes } from '../ipp/job-attributes.ts';
import type { Surroundings } from '../surroundings.ts';
import { isActive } from './find-job.ts';
import type { Patience } from './patience.ts';
import { isUnknownJob } from './refusal-of.ts';

/** `still-active`: it was told to end and has not, within the time that a printer may take for it. */
export type EndFailure = IppFailure | { readonly kind: 'still-active' };

/**
 * Cancels a job and waits until nothing can come of it any more. Answers how it ended, or null when the printer
 * does not know it any more.
 */
export async function endJob(
  client: IppClient,
  number: number,
  around: Surroundings,
  patience: Patience,
): Promise<Result<JobAttributes | null, EndFailure>> {
  const began = around.now();
  let canceled = false;
  for (;;) {
    const job = await client.getJobAttributes(number);
    if (!job.ok) return isUnknownJob(job.error) ? ok(null) : job;
    if (!isActive(job.value)) return job;
    // A refusal means that it has just ended, or is at a point where it cannot be stopped: the next look tells.
    if (!canceled) canceled = (await client.cancelJob(number, { purge: false })).ok;
    if (around.now() - began > patience.cancel) return err({ kind: 'still-active' });
    await around.wait(patience.look);
  }
}
