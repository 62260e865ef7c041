import { err, type Result } from '../../../shared/result.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { IppFailure } from '../../lib/ipp/failure.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';

/**
 * A job of ours by the name its printer gave it; null where the printer says no names. A number alone proves nothing:
 * a printer that starts anew counts from one again, and then the number is somebody else's.
 */
export interface KnownJob {
  readonly number: number;
  readonly name: string | null;
  /** It has our random name. Otherwise nothing tells it apart from a stranger's once its printer was not heard of. */
  readonly isOurName: boolean;
}

/** Another job stands under our number: somebody else's, after its printer started anew, or ours by another name. */
export interface AnotherJob {
  readonly kind: 'another-job';
}

export type ReadJobFailure = IppFailure | AnotherJob;

/** What the printer says of our job, and of no other. */
export async function readJob(
  client: IppClient,
  { number, name }: KnownJob,
): Promise<Result<JobAttributes, ReadJobFailure>> {
  const said = await client.getJobAttributes(number);
  return said.ok && said.value.name !== name ? err({ kind: 'another-job' }) : said;
}
