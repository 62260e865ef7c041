import { join } from 'node:path';
import { growthLines } from './print-growth.ts';
import { measureJobs } from './print-jobs.ts';
import { measureQueue } from './print-queue.ts';
import type { Comparison } from './statistics.ts';

/** What the bench says of printing: rows for its table, and lines for what are no times. */
export interface PrintingFigures {
  readonly comparisons: readonly Comparison[];
  readonly lines: readonly string[];
}

/**
 * Measures the way of a card to the printer, and so many of them in a row. `application`: the folder of the bundled
 * one, whose print worker is measured. Needs no display.
 */
export async function measurePrinting(
  work: string,
  application: string,
  rounds: number,
  jobs: number,
): Promise<PrintingFigures> {
  const programs = {
    workerPath: join(application, 'node', 'worker.mjs'),
    fontFolder: join(application, 'fonts'),
  };
  const queue = await measureQueue(work, programs.fontFolder, rounds);
  const many = await measureJobs(jobs, programs);
  return {
    comparisons: [queue.comparison, ...many.comparisons],
    lines: [...queue.lines, ...growthLines(many)],
  };
}
