import { ok, type Result } from '../../../shared/result.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { IppFailure } from '../../lib/ipp/failure.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import type { KnownJob } from './known-job.ts';
import { isUnknownJob } from './refusal-of.ts';

/** What a printer has of a job that is not followed any more. */
export interface FoundJobs {
  readonly ours: readonly (JobAttributes & KnownJob)[];
  /**
   * What stands under our number by another name or none, and nothing by ours: a printer that starts anew counts from
   * one again, and some give jobs names of their own. Nobody can say whose it is: it is neither ended nor overlooked.
   */
  readonly stranger: JobAttributes | null;
}

/**
 * Everything that the printer has under our random name, and what it has under the number it once gave us. A
 * number alone is not believed.
 */
export async function findJobs(
  client: IppClient,
  { name, number }: { readonly name: string; readonly number: number | null },
): Promise<Result<FoundJobs, IppFailure>> {
  const found = new Map<number, JobAttributes & KnownJob>();
  for (const which of ['not-completed', 'completed'] as const) {
    const listed = await client.getJobs(which);
    if (!listed.ok) return listed;
    for (const job of listed.value) if (job.name === name) found.set(job.number, { ...job, isOurName: true });
  }
  let stranger: JobAttributes | null = null;
  if (number !== null && !found.has(number)) {
    const asked = await client.getJobAttributes(number);
    if (!asked.ok && !isUnknownJob(asked.error)) return asked;
    // Some printers do not list what is over, but still know it when they are asked.
    if (asked.ok && asked.value.name === name) found.set(number, { ...asked.value, isOurName: true });
    else if (asked.ok && found.size === 0) stranger = asked.value;
  }
  return ok({ ours: [...found.values()], stranger });
}

/** Nothing of it has been printed and nothing is being printed. */
export function isWaiting({ state, impressionsCompleted }: JobAttributes): boolean {
  return (state === 'held' || state === 'pending') && (impressionsCompleted ?? 0) === 0;
}

/** It was ended, and its printer says that it never began with it. */
export function neverBegan({ state, processingSince, impressionsCompleted }: JobAttributes): boolean {
  const wasEnded = state === 'aborted' || state === 'canceled';
  return wasEnded && processingSince === null && (impressionsCompleted ?? 0) === 0;
}

/** Whether something may still come of the job. */
export function isActive({ state }: JobAttributes): boolean {
  switch (state) {
    case 'pending':
    case 'held':
    case 'processing':
    case 'stopped':
      return true;
    case 'canceled':
    case 'aborted':
    case 'completed':
      return false;
  }
}
