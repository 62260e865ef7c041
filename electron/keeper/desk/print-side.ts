import type { ApplicationId, JobId } from '../../../shared/contract/ids.ts';
import type { SpoolOutcome } from '../../../shared/contract/receipt.ts';
import type { EarlierJob } from '../../../shared/contract/worker.ts';
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
 * Purges jobs of applications that were forgotten: their record is gone without a wipe of its own, and what a
 * queue keeps of them must not stay for that. Nothing is told to anybody: it is tried until it is proven.
 */
export function purgeOrphansAside(desk: Desk): void {
  // A disk that takes no writes, say: the next attempt finds them again.
  purgeOrphans(desk).catch((error: unknown) => desk.onBug('print jobs', error));
}

async function purgeOrphans(desk: Desk): Promise<void> {
  const orphans = desk.jobRows.orphans();
  await purge(desk, orphans);
  if (!desk.vault.database.open) return;
  for (const application of new Set(orphans.map((row) => row.application))) {
    if (desk.jobRows.of(application).every(({ purged }) => purged !== null)) desk.jobRows.remove(application);
  }
}

/** One worker for each printer: staff may have chosen another one since. */
async function purge(desk: Desk, jobs: readonly JobRow[]): Promise<void> {
  const open = jobs.filter(({ purged }) => purged === null);
  for (const settings of new Set(open.map(({ printer }) => JSON.stringify(printer)))) {
    const there = open.filter(({ printer }) => JSON.stringify(printer) === settings);
    const printer = there[0]?.printer;
    if (printer?.driver === 'ipp') {
      const outcomes = await desk.errands.purge(
        printer,
        there.map(({ name, number }) => ({ name, number })),
      );
      for (const { name } of there) {
        const outcome = outcomes.get(name) ?? null;
        if (outcome !== null && desk.vault.database.open) desk.jobRows.setPurged(name, outcome);
      }
    } else {
      // A queue of another system: nobody here can see what it keeps.
      for (const { name } of there) desk.jobRows.setPurged(name, 'not-proven');
    }
  }
}
