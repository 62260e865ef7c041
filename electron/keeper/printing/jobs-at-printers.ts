import type { JobId } from '../../../shared/contract/ids.ts';
import type { PurgeOutcome } from '../../../shared/contract/worker.ts';
import type { OrphanRow } from './job-rows.ts';
import type { PrinterPurge } from './printer-queries.ts';

/** Jobs that printers may still have: ended there, by one worker for each printer. */
export interface JobsAtPrinters {
  /** What became of those that were open, as far as it is proven. */
  end(jobs: readonly OrphanRow[]): Promise<ReadonlyMap<JobId, PurgeOutcome>>;
  /** Ends them, and writes down what is proven; nothing of it once the keeper is closing. */
  purge(jobs: readonly OrphanRow[]): Promise<void>;
}

/** What that needs. */
export interface JobsAtPrintersPort {
  readonly jobRows: { setPurged(name: JobId, outcome: PurgeOutcome): void };
  readonly printerQueries: PrinterPurge;
  /** A printer may answer after the end of the keeper. */
  readonly closing: AbortSignal;
}

/** The jobs of one kiosk. */
export function createJobsAtPrinters({
  jobRows,
  printerQueries,
  closing,
}: JobsAtPrintersPort): JobsAtPrinters {
  async function end(jobs: readonly OrphanRow[]): Promise<ReadonlyMap<JobId, PurgeOutcome>> {
    const open = jobs.filter(({ purged }) => purged === null);
    const proven = new Map<JobId, PurgeOutcome>();
    for (const settings of new Set(open.map(({ printer }) => JSON.stringify(printer)))) {
      const there = open.filter(({ printer }) => JSON.stringify(printer) === settings);
      const printer = there[0]?.printer;
      const asked = there.map(({ name, number }) => ({ name, number }));
      const outcomes = printer?.driver === 'ipp' ? await printerQueries.purge(printer, asked) : null;
      for (const { name } of there) {
        // A queue of another system: nobody here can see what it keeps.
        const outcome = outcomes === null ? 'not-proven' : (outcomes.get(name) ?? null);
        if (outcome !== null) proven.set(name, outcome);
      }
    }
    return proven;
  }

  return {
    end,
    async purge(jobs) {
      const outcomes = await end(jobs);
      if (closing.aborted) return;
      for (const [name, outcome] of outcomes) jobRows.setPurged(name, outcome);
    },
  };
}
