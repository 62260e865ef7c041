import type { ApplicationId, JobId } from '../../../shared/contract/ids.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { JobRow, JobRows, OrphanRow } from './job-rows.ts';
import type { JobsAtPrinters } from './jobs-at-printers.ts';

/** What looks after jobs that nobody else looks after. */
export interface OrphanJobsPort {
  readonly jobRows: JobRows;
  readonly jobsAtPrinters: JobsAtPrinters;
  /** The job of the paper that a worker prints now: that one looks after it. */
  readonly papers: { underWay(): JobId | null };
  /** See `jobsOutOfReach`. */
  outOfReach(): readonly JobRow[];
  readonly traces: { erase(): boolean };
  /** A printer may answer, and a timer come, after the end of the keeper. */
  readonly closing: AbortSignal;
  onBug(where: string, error: unknown): void;
}

/**
 * Purges what nobody else looks after, again and again until it is proven, and tells nobody: one round at a time.
 * Slips whose worker has ended, or died with its keeper. Jobs of applications that were forgotten: their record is gone without a wipe of its own, and what a queue keeps
 * of them must not stay for that. And jobs that their worker could not reach any more when it told of a doubt: a
 * print server that comes back would go on with them behind the clerk's answer.
 */
export function createOrphanPurge(port: OrphanJobsPort): () => void {
  let round: Promise<void> | null = null;
  let again = false;
  return function begin() {
    // A round that is under way may have passed the printer that answers again just now: another one follows it.
    again = round !== null;
    round ??= purgeOrphanJobs(port)
      // A disk that takes no writes, say: the next round finds them again.
      .catch((error: unknown) => port.onBug('print jobs', error))
      .finally(() => {
        round = null;
        if (again) begin();
      });
  };
}

async function purgeOrphanJobs(port: OrphanJobsPort): Promise<void> {
  const { jobRows, jobsAtPrinters, papers, traces, closing } = port;
  if (closing.aborted) return;
  const orphans = (): readonly OrphanRow[] =>
    jobRows.orphans().filter(({ name }) => name !== papers.underWay());
  await jobsAtPrinters.purge(orphans());
  if (closing.aborted) return;
  const left = orphans();
  const open = new Set(left.filter(({ purged }) => purged === null).map(({ owner }) => owner));
  const over = [...new Set(left.map(({ owner }) => owner))].filter((owner) => !open.has(owner));
  for (const owner of over) jobRows.remove(owner);
  if (over.length > 0) traces.erase();
  // Their rows stay open although the jobs are over: a card may have come out first, and the next print asks for it.
  await jobsAtPrinters.end(port.outOfReach());
}

/** By what a job is known to be out of its worker's reach. */
export interface OutOfReachPort {
  readonly vault: ApplicationReader & { open(): readonly OpenApplicationRow[] };
  readonly jobs: { isRunning(application: ApplicationId): boolean };
  readonly holds: { readonly verdict: AskHolds };
  readonly jobRows: { of(owner: ApplicationId): readonly JobRow[] };
}

/**
 * Jobs of open applications that no worker looks after, whatever the clerk has answered since. Not while the clerk
 * is asked after an interruption: then the printer may be in the middle of the card that is looked for. And none
 * that a hold froze: of those nothing is destroyed.
 */
export function jobsOutOfReach({ vault, jobs, holds, jobRows }: OutOfReachPort): readonly JobRow[] {
  return vault.open().flatMap(({ id }) => {
    if (jobs.isRunning(id) || holds.verdict(id, null).kind === 'frozen') return [];
    const ending = vault.find(id)?.ending ?? null;
    const isSearchedFor = ending?.kind === 'doubt' && ending.doubt === 'interrupted';
    return isSearchedFor ? [] : jobRows.of(id);
  });
}
