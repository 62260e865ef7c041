import { setTimeout as delay } from 'node:timers/promises';
import type { ApplicationId, JobId, WipeId } from '../../../shared/contract/ids.ts';
import type { SpoolOutcome } from '../../../shared/contract/receipt.ts';
import type { EarlierJob } from '../../../shared/contract/worker.ts';
import type { Database } from '../database/open-database.ts';
import type { JobRow, JobRows } from './job-rows.ts';
import type { JobsAtPrinters } from './jobs-at-printers.ts';

/** What ending and purging jobs at their printers needs of the kiosk. */
export interface PrintSidePort {
  readonly vault: {
    readonly database: Database;
    readonly wipes: { setSpool(wipe: WipeId, spool: SpoolOutcome): void };
  };
  readonly jobRows: JobRows;
  readonly jobsAtPrinters: JobsAtPrinters;
  /** A printer may answer, and a timer come, after the end of the keeper. */
  readonly closing: AbortSignal;
  onBug(where: string, error: unknown): void;
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
  await port.jobsAtPrinters.purge(jobs);
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
