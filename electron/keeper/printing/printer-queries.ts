import type { IppDevice } from '../../../shared/contract/printing/printer.ts';
import type { PrinterJob, PurgeOutcome, WorkerOrder, WorkerReport } from '../../../shared/contract/worker.ts';
import type { Workers } from './worker-processes.ts';

/** A question to a printer without a card: what is at an address, which queues there are, a light at the printer. */
export type PrinterQuery = Extract<WorkerOrder, { kind: 'inspect' | 'list-queues' | 'identify' }>;
export type PrinterQueryReport = Extract<
  WorkerReport,
  { kind: 'inspected' | 'queues' | 'identified' | 'refused' }
>;

/** Clears up at printers. */
export interface PrinterPurge {
  /**
   * Ends jobs at their printer and proves that they are gone. Each job's outcome, or null: it is not proven.
   * Jobs that are missing in the answer are not proven either.
   */
  purge(printer: IppDevice, jobs: readonly PrinterJob[]): Promise<ReadonlyMap<string, PurgeOutcome | null>>;
}

/** Short questions to a printer, each by a worker of its own. */
export interface PrinterQueries extends PrinterPurge {
  /** Answers `too-slow` when the worker has not answered in time or died. */
  ask(order: PrinterQuery): Promise<PrinterQueryReport>;
  /** Whether one is under way. */
  busy(): boolean;
}

/** Longer than every limit that the worker itself keeps for a question, so that it says why. */
const QUESTION_MILLISECONDS = 60_000;

/** The same for each job to be purged: a printer may take a minute to end one. */
const PURGE_MILLISECONDS = 120_000;

function isQueryReport(report: WorkerReport): report is PrinterQueryReport {
  switch (report.kind) {
    case 'inspected':
    case 'queues':
    case 'identified':
    case 'refused':
      return true;
    default:
      return false;
  }
}

/** Asks printers through workers. */
export function createPrinterQueries(workers: Workers): PrinterQueries {
  let underWay = 0;

  /** Starts a worker and resolves once it has ended, whatever it said: it is killed when its time is over. */
  function run(
    order: WorkerOrder,
    milliseconds: number,
    report: (report: WorkerReport) => void,
  ): Promise<void> {
    return new Promise((resolve) => {
      const worker = workers.start(order, {
        report,
        ended() {
          clearTimeout(limit);
          resolve();
        },
      });
      const limit = setTimeout(() => void worker.end(), milliseconds);
    });
  }

  return {
    async ask(order) {
      let answer: PrinterQueryReport = { kind: 'refused', why: { kind: 'too-slow' } };
      underWay += 1;
      try {
        await run(order, QUESTION_MILLISECONDS, (report) => {
          if (isQueryReport(report)) answer = report;
        });
      } finally {
        underWay -= 1;
      }
      return answer;
    },
    async purge(printer, jobs) {
      const outcomes = new Map<string, PurgeOutcome | null>();
      await run({ kind: 'purge', printer, jobs: [...jobs] }, PURGE_MILLISECONDS * jobs.length, (report) => {
        if (report.kind === 'purged') outcomes.set(report.name, report.outcome);
      });
      return outcomes;
    },
    busy: () => underWay > 0,
  };
}
