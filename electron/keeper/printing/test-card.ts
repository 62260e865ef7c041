import { randomBytes } from 'node:crypto';
import { jobId } from '../../../shared/contract/ids.ts';
import type { PrinterSettings, PrinterStatus } from '../../../shared/contract/printer.ts';
import type { WorkerReport } from '../../../shared/contract/worker.ts';
import type { Workers } from './workers.ts';

type Progress = NonNullable<PrinterStatus['testCard']>;

/** A card of an invented person, to see what a printer does. */
export interface TestCard {
  /** False: one is under way. */
  print(printer: PrinterSettings): boolean;
  progress(): Progress | null;
  /** Another printer was chosen: how the last one ended on the old one says nothing. */
  forget(): void;
}

function after(progress: Progress, report: WorkerReport): Progress {
  switch (report.kind) {
    case 'stage':
      return { ...progress, stage: report.stage };
    case 'troubles':
      return { ...progress, troubles: report.troubles };
    case 'in-tray':
      return { stage: 'in-tray', troubles: [], ending: { kind: 'in-tray' } };
    case 'doubt':
      return { stage: 'failed', troubles: [], ending: { kind: 'doubt', doubt: report.doubt } };
    case 'no-card':
      return { stage: 'failed', troubles: [], ending: { kind: 'no-card', why: report.why } };
    default:
      return progress;
  }
}

/** Test cards by a worker each. `changed`: its progress is another one now. */
export function createTestCard(workers: Workers, changed: () => void): TestCard {
  let progress: Progress | null = null;
  let underWay = false;
  return {
    print(printer) {
      if (underWay) return false;
      underWay = true;
      progress = { stage: 'waiting', troubles: [], ending: null };
      workers.start(
        { kind: 'test-card', job: jobId.parse(randomBytes(16).toString('hex')), printer },
        {
          report(report) {
            if (progress === null) return;
            progress = after(progress, report);
            changed();
          },
          ended() {
            underWay = false;
            if (progress?.ending === null) {
              progress = { stage: 'failed', troubles: [], ending: { kind: 'doubt', doubt: 'interrupted' } };
            }
            changed();
          },
        },
      );
      changed();
      return true;
    },
    progress: () => progress,
    forget() {
      if (!underWay) progress = null;
    },
  };
}
