import type { ApplicationId, JobId } from '../../../shared/contract/ids.ts';
import type { SpoolOutcome } from '../../../shared/contract/receipt.ts';
import type { EarlierJob, PurgeOutcome } from '../../../shared/contract/worker.ts';
import type { JobRow } from '../printing/job-rows.ts';
import type { Desk } from './desk.ts';

/** Jobs of an application before this one of which nobody has proven that they are over. */
export function earlierJobs(desk: Desk, application: ApplicationId, job: JobId): EarlierJob[] {
  return desk.jobRows
    .of(application)
    .filter(({ name, purged }) => name !== job && purged === null)
    .map(({ name, number, printer }) => ({ name, number, printer }));
}

/**
 * Ends and purges what the printers' side may still have of an application, and proves it. `null`: something is
 * not proven (the printer is off, say), and it is tried again.
 */
export async function purgePrintSide(desk: Desk, application: ApplicationId): Promise<SpoolOutcome | null> {
  const jobs = desk.jobRows.of(application);
  if (jobs.length === 0) return 'kept-nothing';
  await purge(desk, jobs);
  const left = desk.jobRows.of(application);
  if (left.some(({ purged }) => purged === null)) return null;
  return left.some(({ purged }) => purged === 'not-proven') ? 'not-proven' : 'purged';
}

/**
 * Purges what nobody else looks after, again and again until it is proven, and tells nobody: one round at a time.
 * Jobs of applications that were forgotten: their record is gone without a wipe of its own, and what a queue keeps
 * of them must not stay for that. And jobs that their worker could not reach any more when it told of a doubt: a
 * print server that comes back would go on with them behind the clerk's answer.
 */
export function createLoosePurge(desk: Desk): () => void {
  let underWay = false;
  return () => {
    if (underWay) return;
    underWay = true;
    purgeLoose(desk)
      // A disk that takes no writes, say: the next round finds them again.
      .catch((error: unknown) => desk.onBug('print jobs', error))
      .finally(() => {
        underWay = false;
      });
  };
}

async function purgeLoose(desk: Desk): Promise<void> {
  const orphans = desk.jobRows.orphans();
  await purge(desk, orphans);
  if (!desk.vault.database.open) return;
  for (const application of new Set(orphans.map((row) => row.application))) {
    if (desk.jobRows.of(application).every(({ purged }) => purged !== null)) desk.jobRows.remove(application);
  }
  // Ended, but not written down as settled: a card may have come meanwhile, and the next print asks about that.
  await endThere(desk, outOfReach(desk));
}

/** Not after an interruption: then the printer may be in the middle of the card that the clerk waits to find. */
function outOfReach(desk: Desk): readonly JobRow[] {
  return desk.vault.open().flatMap(({ id }) => {
    const ending = desk.jobs.isRunning(id) ? null : (desk.vault.find(id)?.ending ?? null);
    const isLeft = ending?.kind === 'doubt' && ending.doubt !== 'interrupted';
    return isLeft ? desk.jobRows.of(id) : [];
  });
}

async function purge(desk: Desk, jobs: readonly JobRow[]): Promise<void> {
  const outcomes = await endThere(desk, jobs);
  if (!desk.vault.database.open) return;
  for (const [name, outcome] of outcomes) desk.jobRows.setPurged(name, outcome);
}

/** What became of open jobs at their printers, as far as it is proven. One worker for each printer. */
async function endThere(desk: Desk, jobs: readonly JobRow[]): Promise<ReadonlyMap<JobId, PurgeOutcome>> {
  const open = jobs.filter(({ purged }) => purged === null);
  const proven = new Map<JobId, PurgeOutcome>();
  for (const settings of new Set(open.map(({ printer }) => JSON.stringify(printer)))) {
    const there = open.filter(({ printer }) => JSON.stringify(printer) === settings);
    const printer = there[0]?.printer;
    const asked = there.map(({ name, number }) => ({ name, number }));
    const outcomes = printer?.driver === 'ipp' ? await desk.errands.purge(printer, asked) : null;
    for (const { name } of there) {
      // A queue of another system: nobody here can see what it keeps.
      const outcome = outcomes === null ? 'not-proven' : (outcomes.get(name) ?? null);
      if (outcome !== null) proven.set(name, outcome);
    }
  }
  return proven;
}
