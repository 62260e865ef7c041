import { setTimeout as delay } from 'node:timers/promises';
import type { ApplicationId, JobId, WipeId } from '../../../shared/contract/ids.ts';
import type { SpoolOutcome } from '../../../shared/contract/receipt.ts';
import type { EarlierJob, PurgeOutcome } from '../../../shared/contract/worker.ts';
import type { Database } from '../database/open-database.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { JobRow, JobRows, OrphanRow } from './job-rows.ts';
import type { PrinterPurge } from './printer-queries.ts';

/** What ending and purging jobs at their printers needs of the kiosk. */
export interface PrintSidePort {
  readonly vault: {
    readonly database: Database;
    readonly wipes: { setSpool(wipe: WipeId, spool: SpoolOutcome): void };
  };
  readonly jobRows: JobRows;
  readonly printerQueries: PrinterPurge;
  /** A printer may answer, and a timer come, after the end of the keeper. */
  readonly closing: AbortSignal;
  onBug(where: string, error: unknown): void;
}

/** What looks after jobs that nobody else looks after. */
export interface OrphanJobsPort extends PrintSidePort {
  readonly vault: PrintSidePort['vault'] & ApplicationReader & { open(): readonly OpenApplicationRow[] };
  readonly jobs: { isRunning(application: ApplicationId): boolean };
  /** The job of the paper that a worker prints now: that one looks after it. */
  readonly papers: { underWay(): JobId | null };
  readonly holds: { readonly verdict: AskHolds };
  readonly traces: { erase(): boolean };
}

/**
 * Jobs of an application before this one of which nobody has proven that they are over; but not those at a printer
 * that did not answer, once the clerk was asked to look into it.
 */
export function earlierJobs(
  jobRows: { of(owner: ApplicationId): readonly JobRow[] },
  application: ApplicationId,
  job: JobId,
): EarlierJob[] {
  return jobRows
    .of(application)
    .filter(({ name, purged, left_behind }) => name !== job && purged === null && left_behind === 0)
    .map(({ name, number, printer }) => ({ name, number, printer }));
}

/**
 * Ends and purges what the printers' side may still have of an application, and proves it. `null`: something is
 * not proven (the printer is off, say), and it is tried again.
 */
async function purgePrintSide(port: PrintSidePort, wipe: WipeId): Promise<SpoolOutcome | null> {
  const jobs = port.jobRows.of(wipe);
  if (jobs.length === 0) return 'kept-nothing';
  await purge(port, jobs);
  if (port.closing.aborted) return null;
  const left = port.jobRows.of(wipe);
  if (left.some(({ purged }) => purged === null)) return null;
  const outcome = left.some(({ purged }) => purged === 'not-proven') ? 'not-proven' : 'purged';
  // Their names are needed no more, and the search is to find them nowhere. With the outcome in one transaction:
  // after a crash, no rows would say that there was nothing.
  port.vault.database.transaction(() => {
    port.jobRows.remove(wipe);
    port.vault.wipes.setSpool(wipe, outcome);
  })();
  return outcome;
}

/** A printer that answers has forgotten a job in a tenth of that. The next person does not wait for one that is off. */
const HAND_OVER_MILLISECONDS = 1_500;

/**
 * The same for a wipe, which has more to do: after a moment it goes on, `null`, while the printer is still being
 * asked. The next attempt finds what came of that.
 */
export function createPatientPurge(port: PrintSidePort): (wipe: WipeId) => Promise<SpoolOutcome | null> {
  const underWay = new Map<WipeId, Promise<SpoolOutcome | null>>();

  function begin(wipe: WipeId): Promise<SpoolOutcome | null> {
    const purging = purgePrintSide(port, wipe).finally(() => underWay.delete(wipe));
    // A wipe waits for it a moment only: what goes wrong after that, nobody else would report.
    purging.catch((error: unknown) => port.onBug('print side', error));
    underWay.set(wipe, purging);
    return purging;
  }

  return (wipe) => {
    const purging = underWay.get(wipe) ?? begin(wipe);
    return Promise.race([purging, delay(HAND_OVER_MILLISECONDS, null, { ref: false })]);
  };
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
  if (port.closing.aborted) return;
  const orphans = (): readonly OrphanRow[] =>
    port.jobRows.orphans().filter(({ name }) => name !== port.papers.underWay());
  await purge(port, orphans());
  if (port.closing.aborted) return;
  const left = orphans();
  const open = new Set(left.filter(({ purged }) => purged === null).map(({ owner }) => owner));
  const over = [...new Set(left.map(({ owner }) => owner))].filter((owner) => !open.has(owner));
  for (const owner of over) port.jobRows.remove(owner);
  if (over.length > 0) port.traces.erase();
  // Their rows stay open although the jobs are over: a card may have come out first, and the next print asks for it.
  await endThere(port, outOfReach(port));
}

/**
 * Jobs of open applications that no worker looks after, whatever the clerk has answered since. Not while the clerk
 * is asked after an interruption: then the printer may be in the middle of the card that is looked for. And none
 * that a hold froze: of those nothing is destroyed.
 */
function outOfReach(port: OrphanJobsPort): readonly JobRow[] {
  return port.vault.open().flatMap(({ id }) => {
    if (port.jobs.isRunning(id) || port.holds.verdict(id, null).kind === 'frozen') return [];
    const ending = port.vault.find(id)?.ending ?? null;
    const isSearchedFor = ending?.kind === 'doubt' && ending.doubt === 'interrupted';
    return isSearchedFor ? [] : port.jobRows.of(id);
  });
}

async function purge(port: PrintSidePort, jobs: readonly OrphanRow[]): Promise<void> {
  const outcomes = await endThere(port, jobs);
  if (port.closing.aborted) return;
  for (const [name, outcome] of outcomes) port.jobRows.setPurged(name, outcome);
}

/** What became of open jobs at their printers, as far as it is proven. One worker for each printer. */
async function endThere(
  port: PrintSidePort,
  jobs: readonly OrphanRow[],
): Promise<ReadonlyMap<JobId, PurgeOutcome>> {
  const open = jobs.filter(({ purged }) => purged === null);
  const proven = new Map<JobId, PurgeOutcome>();
  for (const settings of new Set(open.map(({ printer }) => JSON.stringify(printer)))) {
    const there = open.filter(({ printer }) => JSON.stringify(printer) === settings);
    const printer = there[0]?.printer;
    const asked = there.map(({ name, number }) => ({ name, number }));
    const outcomes = printer?.driver === 'ipp' ? await port.printerQueries.purge(printer, asked) : null;
    for (const { name } of there) {
      // A queue of another system: nobody here can see what it keeps.
      const outcome = outcomes === null ? 'not-proven' : (outcomes.get(name) ?? null);
      if (outcome !== null) proven.set(name, outcome);
    }
  }
  return proven;
}
