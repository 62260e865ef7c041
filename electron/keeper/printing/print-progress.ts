import type { PrintProgress } from '../../../shared/contract/printing/printer-status.ts';
import type { WorkerReport } from '../../../shared/contract/worker.ts';

/** Nothing is known yet of what was given to a worker. */
export const JUST_ORDERED: PrintProgress = { stage: 'waiting', troubles: [], ending: null };

/** A worker that ended without a word of how its print ended. */
export const INTERRUPTED: PrintProgress = {
  stage: 'failed',
  troubles: [],
  ending: { kind: 'doubt', doubt: 'interrupted' },
};

/** How far something without an applicant has come, once its worker told this. */
export function progressAfter(progress: PrintProgress, report: WorkerReport): PrintProgress {
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
