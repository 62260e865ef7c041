import { join } from 'node:path';
import { environmentOf } from '../../../shared/contract/worker.ts';
import type { Configuration } from '../configuration.ts';
import type { Database } from '../database/open-database.ts';
import { createChosenPrinter } from '../printing/chosen-printer.ts';
import { createErrands } from '../printing/errands.ts';
import { createJobRows } from '../printing/job-rows.ts';
import { createPapers } from '../printing/papers.ts';
import { createPrintJobs } from '../printing/print-jobs.ts';
import { createTestCard } from '../printing/test-card.ts';
import { createPrinterWatch } from '../printing/watch.ts';
import { createWorkers } from '../printing/workers.ts';
import type { Desk } from './desk.ts';
import { onWorkerEnded, onWorkerReport } from './print-events.ts';

/** All of a desk that prints. */
type PrintingParts = Pick<
  Desk,
  'workers' | 'printer' | 'jobs' | 'jobRows' | 'errands' | 'watch' | 'testCard' | 'papers'
>;

/** Where the running print workers are recorded for the keeper after a dead one. */
export function workerRecord(dataFolder: string): string {
  return join(dataFolder, 'workers.json');
}

/** Builds what prints. `desk` answers the desk once it is there: workers speak later than that. */
export function buildPrinting(
  configuration: Configuration,
  database: Database,
  around: {
    readonly keeperFolder: string;
    desk(): Desk;
    later(milliseconds: number, run: () => unknown): void;
    onBug(where: string, error: unknown): void;
  },
): PrintingParts {
  const { node, workerPath, fontFolder, printServer, electron, dataFolder, printer } = configuration;
  const workers = createWorkers(
    {
      node,
      workerPath,
      environment: {
        ...environmentOf(fontFolder, { printServer, electron }),
        // The drawing library asks for a home when it is loaded, and fails in an account that has no entry.
        HOME: around.keeperFolder,
      },
      record: { path: workerRecord(dataFolder), keeperFolder: around.keeperFolder },
    },
    {
      unrecorded(error) {
        around.desk().unwritten.workers = error !== null;
        if (error !== null) around.onBug('record of workers', error);
      },
      onBug: around.onBug,
    },
  );
  const changed = (): void => around.desk().broadcast();
  const printerChanged = (): void => {
    changed();
    // One that answers again may go on with what nobody waits for any more: at once, not at the next round.
    around.desk().purgeLoose();
  };
  return {
    workers,
    printer: createChosenPrinter(database, printer),
    jobs: createPrintJobs(workers, {
      report: (application, report) => onWorkerReport(around.desk(), application, report),
      ended: (application, told) => onWorkerEnded(around.desk(), application, told),
    }),
    jobRows: createJobRows(database),
    errands: createErrands(workers),
    watch: createPrinterWatch(workers, printerChanged, around.later),
    testCard: createTestCard(workers, changed),
    papers: createPapers(workers, changed),
  };
}
