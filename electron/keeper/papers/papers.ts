import { randomBytes } from 'node:crypto';
import type { SealedName } from '../../../shared/contract/command/record-search.ts';
import { type JobId, jobId } from '../../../shared/contract/ids.ts';
import type { Paper, RecordSearchPaper } from '../../../shared/contract/paper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import type { OrdinaryPrinterStatus } from '../../../shared/contract/printing/printer-status.ts';
import type { PurgeOutcome, WorkerOrder, WorkerReport } from '../../../shared/contract/worker.ts';
import { INTERRUPTED, JUST_ORDERED, progressAfter } from '../printing/print-progress.ts';
import type { Workers } from '../printing/worker-processes.ts';

/** How far the paper last ordered is. */
export type PaperProgress = NonNullable<OrdinaryPrinterStatus['paper']>;

/**
 * Papers on the ordinary printer, one at a time and by a worker each. Nothing waits for one: no record, no wipe, no
 * session's replacement. Of a slip or a record search, which tells of somebody, it is kept that its job is at the printer, until that is
 * purged; of the others nothing is: they hold no person, and can be printed again.
 */
export interface Papers {
  /** The paper's number, or null: another one is under way. */
  print(printer: OrdinaryPrinter, paper: Exclude<Paper, RecordSearchPaper>): number | null;
  /** The same for the answer of a record search, with the name that its worker opens. */
  printSearch(printer: OrdinaryPrinter, paper: RecordSearchPaper, name: SealedName): number | null;
  progress(): PaperProgress | null;
  /** The job of the paper that a worker prints now. */
  underWay(): JobId | null;
  /** From now on `told` hears of each paper whose job no worker looks after any more. */
  onLeft(told: () => void): void;
  /** Another printer was chosen: how the last one ended on the old one says nothing. */
  forget(): void;
}

type PaperOrder =
  | Omit<Extract<WorkerOrder, { kind: 'paper' }>, 'job'>
  | Omit<Extract<WorkerOrder, { kind: 'record-search-paper' }>, 'job'>;

/** Where it is kept which slips are at printers. */
export interface SlipJobs {
  beginSlip(job: { readonly name: JobId; readonly printer: OrdinaryPrinter }): void;
  setNumber(name: JobId, number: number): void;
  setPurged(name: JobId, outcome: PurgeOutcome): void;
}

/** `slipJobs`: see `Papers`. `changed`: the progress of the last one is another one now. */
export function createPapers(workers: Workers, slipJobs: SlipJobs, changed: () => void): Papers {
  let left = (): void => undefined;
  let last = 0;
  let progress: PaperProgress | null = null;
  let underWay: JobId | null = null;

  function note(name: JobId, report: WorkerReport): void {
    if (report.kind === 'job') slipJobs.setNumber(name, report.number);
    if (report.kind === 'purged' && report.outcome !== null) slipJobs.setPurged(name, report.outcome);
  }

  function leave(number: number): void {
    underWay = null;
    if (progress?.ending === null) progress = { number, ...INTERRUPTED };
    changed();
    left();
  }

  /** `tellsOfSomebody`: its job is kept until it is purged. */
  function start(order: PaperOrder, tellsOfSomebody: boolean): number | null {
    if (underWay !== null) return null;
    const job = jobId.parse(randomBytes(16).toString('hex'));
    // Before anything is sent: whoever starts after a crash asks the printer for this name.
    if (tellsOfSomebody) slipJobs.beginSlip({ name: job, printer: order.printer });
    underWay = job;
    last += 1;
    const number = last;
    progress = { number, ...JUST_ORDERED };
    try {
      workers.start(
        { ...order, job },
        {
          report(report) {
            if (tellsOfSomebody) note(job, report);
            if (progress === null) return;
            progress = { number, ...progressAfter(progress, report) };
            changed();
          },
          ended: () => leave(number),
        },
      );
    } catch (error) {
      // No worker will report an end: the next paper, and whoever purges what is left, must not wait for one.
      leave(number);
      throw error;
    }
    changed();
    return number;
  }

  return {
    print: (printer, paper) => start({ kind: 'paper', printer, paper }, paper.kind === 'slip'),
    printSearch: (printer, paper, name) => start({ kind: 'record-search-paper', printer, paper, name }, true),
    progress: () => progress,
    underWay: () => underWay,
    onLeft(told) {
      left = told;
    },
    forget() {
      if (underWay === null) progress = null;
    },
  };
}
