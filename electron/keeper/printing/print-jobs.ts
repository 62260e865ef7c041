import { setTimeout as delay } from 'node:timers/promises';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { PrintOrder, WorkerPreparation, WorkerReport } from '../../../shared/contract/worker.ts';
import type { PrinterTrouble } from '../../../shared/printing/trouble.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Worker, Workers } from './worker-processes.ts';

/** What the keeper learns of a job. `ended`: the worker's process is gone, `told` whether it said how the print ended. */
export interface PrintJobEvents {
  report(application: ApplicationId, report: WorkerReport): void;
  ended(application: ApplicationId, told: boolean): void;
}

/** One print worker for each application whose card is under way, ended with its job. */
export interface PrintJobs {
  /** From now on these hear of every job. */
  listen(events: PrintJobEvents): void;
  /** Has a worker ready for a card that may be printed soon. */
  prepare(preparation: WorkerPreparation): void;
  start(order: Omit<PrintOrder, 'kind'>): void;
  /** Whether a worker makes a card of this application now. */
  isRunning(application: ApplicationId): boolean;
  /** What the printer waits for with this application's card. */
  troubles(application: ApplicationId): readonly PrinterTrouble[];
  /** Asks the worker to stop the card; it tells how that ended. False: there is no worker. */
  stop(application: ApplicationId): boolean;
  /** Waits a moment for a worker that has said how its print ended: it clears up behind it at the printer. */
  letClearUp(application: ApplicationId): Promise<void>;
  /** Ends the application's worker and proves it. No worker is as good as an ended one. */
  endWorker(application: ApplicationId): Promise<Result<null, { readonly kind: 'still-running' }>>;
}

/** A printer that answers is done with it in a tenth of that; a clerk does not wait for one that is off. */
const CLEARING_UP_MILLISECONDS = 3_000;

/** Whether a report says how a print ended. */
function isEnding({ kind }: WorkerReport): boolean {
  return kind === 'in-tray' || kind === 'doubt' || kind === 'no-card';
}

interface RunningJob {
  readonly worker: Worker;
  readonly gone: Promise<void>;
  troubles: readonly PrinterTrouble[];
}

/** The jobs of applicants, one worker each. */
export function createPrintJobs(workers: Workers): PrintJobs {
  let events: PrintJobEvents = { report: () => undefined, ended: () => undefined };
  const running = new Map<ApplicationId, RunningJob>();
  return {
    listen(told) {
      events = told;
    },
    prepare: (preparation) => workers.prepare(preparation),
    start(order) {
      const { application } = order;
      if (running.has(application)) throw new Error('one card at a time for each application');
      let told = false;
      let tellGone = (): void => undefined;
      const gone = new Promise<void>((resolve) => {
        tellGone = resolve;
      });
      const worker = workers.start(
        { kind: 'print', ...order },
        {
          report(report) {
            const job = running.get(application);
            if (report.kind === 'troubles' && job !== undefined) job.troubles = report.troubles;
            // Nothing keeps a card that has ended, though its worker may still be clearing up.
            if (isEnding(report) && job !== undefined) job.troubles = [];
            events.report(application, report);
            told ||= isEnding(report);
          },
          ended() {
            running.delete(application);
            tellGone();
            events.ended(application, told);
          },
        },
      );
      running.set(application, { worker, gone, troubles: [] });
    },
    isRunning: (application) => running.has(application),
    troubles: (application) => running.get(application)?.troubles ?? [],
    stop(application) {
      const job = running.get(application);
      job?.worker.tell({ kind: 'stop' });
      return job !== undefined;
    },
    async letClearUp(application) {
      const job = running.get(application);
      const patience = delay(CLEARING_UP_MILLISECONDS, undefined, { ref: false });
      if (job !== undefined) await Promise.race([job.gone, patience]);
    },
    async endWorker(application) {
      const job = running.get(application);
      return job === undefined || (await job.worker.end()) ? ok(null) : err({ kind: 'still-running' });
    },
  };
}
