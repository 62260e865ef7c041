import { randomBytes } from 'node:crypto';
import { jobId } from '../../../shared/contract/ids.ts';
import type { Paper } from '../../../shared/contract/paper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import type { OrdinaryPrinterStatus } from '../../../shared/contract/printing/printer-status.ts';
import { INTERRUPTED, JUST_ORDERED, progressAfter } from './print-progress.ts';
import type { Workers } from './worker-processes.ts';

/** How far the paper last ordered is. */
export type PaperProgress = NonNullable<OrdinaryPrinterStatus['paper']>;

/**
 * Papers on the ordinary printer, one at a time and by a worker each. Nothing waits for one: no record, no wipe, no
 * session's replacement. And nothing of one is kept: it holds no person, and can be printed again.
 */
export interface Papers {
  /** The paper's number, or null: another one is under way. */
  print(printer: OrdinaryPrinter, paper: Paper): number | null;
  progress(): PaperProgress | null;
  /** Another printer was chosen: how the last one ended on the old one says nothing. */
  forget(): void;
}

/** `changed`: its progress is another one now. */
export function createPapers(workers: Workers, changed: () => void): Papers {
  let last = 0;
  let progress: PaperProgress | null = null;
  let underWay = false;
  return {
    print(printer, paper) {
      if (underWay) return null;
      underWay = true;
      last += 1;
      const number = last;
      progress = { number, ...JUST_ORDERED };
      workers.start(
        { kind: 'paper', job: jobId.parse(randomBytes(16).toString('hex')), printer, paper },
        {
          report(report) {
            if (progress === null) return;
            progress = { number, ...progressAfter(progress, report) };
            changed();
          },
          ended() {
            underWay = false;
            if (progress?.ending === null) progress = { number, ...INTERRUPTED };
            changed();
          },
        },
      );
      changed();
      return number;
    },
    progress: () => progress,
    forget() {
      if (!underWay) progress = null;
    },
  };
}
