import { join } from 'node:path';
import type { Configuration } from '../../../shared/contract/configuration.ts';
import { environmentOf } from '../../../shared/contract/worker.ts';
import { createSnapshots } from '../applications/snapshots.ts';
import { RECORDS } from '../data-folder/kiosk-files.ts';
import { createPapers } from '../papers/papers.ts';
import { createChosenPrinter } from '../printing/chosen-printer.ts';
import { createJobRows } from '../printing/job-rows.ts';
import { createJobsAtPrinters } from '../printing/jobs-at-printers.ts';
import { createOrphanPurge, jobsOutOfReach } from '../printing/orphan-jobs.ts';
import { createPrintJobs } from '../printing/print-jobs.ts';
import { createPrinterQueries } from '../printing/printer-queries.ts';
import { createPrinterWatch } from '../printing/printer-watch.ts';
import { createTestCard } from '../printing/test-card.ts';
import { createWorkers, type Workers } from '../printing/worker-processes.ts';
import type { PrintingServices, SessionServices, StorageServices } from './services.ts';

/** Where the running print workers are recorded for the keeper after a dead one. */
export function workerRecord(dataFolder: string): string {
  return join(dataFolder, RECORDS.workers);
}

/** Builds what prints. Nobody listens to the jobs yet. */
export function buildPrinting(
  configuration: Configuration,
  storage: StorageServices,
  { occupants, screens, denials }: SessionServices,
  keeperFolder: string,
): PrintingServices {
  const { vault, traces, closing, onBug } = storage;
  const { database } = vault;
  const workers = buildWorkers(configuration, storage, keeperFolder);
  const jobRows = createJobRows(database);
  const jobs = createPrintJobs(workers);
  const printerQueries = createPrinterQueries(workers);
  const changed = (): void => screens.refresh();
  const papers = createPapers(workers, jobRows, changed);
  const jobsAtPrinters = createJobsAtPrinters({ jobRows, printerQueries, closing });
  const purgeOrphanJobs = createOrphanPurge({
    ...{ jobRows, jobsAtPrinters, papers, traces, closing, onBug },
    outOfReach: () => jobsOutOfReach({ ...storage, jobs, jobRows }),
  });
  papers.onLeft(purgeOrphanJobs);
  const printerChanged = (): void => {
    changed();
    // One that answers again may go on with what nobody waits for any more: at once, not at the next round.
    purgeOrphanJobs();
  };
  return {
    ...{ workers, jobRows, jobs, jobsAtPrinters, printerQueries, purgeOrphanJobs },
    snapshots: createSnapshots({ occupants, vault, jobs, denials, screens }),
    printer: createChosenPrinter(database, configuration.printer, storage.facts.build),
    watch: createPrinterWatch(workers, printerChanged, storage.later),
    testCard: createTestCard(
      workers,
      { build: storage.facts.build, battery: storage.battery },
      {
        changed,
        ordered: () => storage.dayRows.addTestCards(1),
        notMade: () => storage.dayRows.addTestCards(-1),
      },
    ),
    papers,
  };
}

function buildWorkers(
  { node, workerPath, fontFolder, printServer, electron, dataFolder }: Configuration,
  { unwritten, closing, onBug }: StorageServices,
  keeperFolder: string,
): Workers {
  return createWorkers(
    {
      node,
      workerPath,
      environment: {
        ...environmentOf(fontFolder, { printServer, electron }),
        // The drawing library asks for a home when it is loaded, and fails in an account that has no entry.
        HOME: keeperFolder,
      },
      record: { path: workerRecord(dataFolder), keeperFolder },
    },
    {
      unrecorded(error) {
        unwritten.note('workers', error !== null);
        if (error !== null) onBug('record of workers', error);
      },
      onBug,
    },
    closing,
  );
}
