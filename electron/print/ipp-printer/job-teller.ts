import type { IppDevice } from '../../../shared/contract/printing/printer.ts';
import type { PrinterTrouble } from '../../../shared/printing/trouble.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import type { WorkerContext } from '../worker-context.ts';
import { facesToTell } from './judge-job.ts';

/** Tells the kiosk how far a job is, and what is wrong with its printer. */
export interface JobTeller {
  faces(job: JobAttributes): Promise<void>;
  troubles(now: readonly PrinterTrouble[]): Promise<void>;
}

/**
 * Tells only what is new. A queue counts faces that it has handed on, not ones that are printed (measured: both at
 * once, with its printer off).
 */
export function createJobTeller(printer: IppDevice, { report }: WorkerContext): JobTeller {
  const faces = facesToTell(printer);
  let face = 0;
  // Told at the first look in any case: what was on the screen before it was of something else.
  let told: string | null = null;
  return {
    async faces({ state, impressionsCompleted }) {
      const isCounted = !printer.isQueue && (impressionsCompleted ?? 0) > 0;
      const reached = isCounted ? faces : state === 'processing' ? 1 : 0;
      for (; face < reached; face += 1) {
        await report({ kind: 'stage', stage: face === 0 ? 'front' : 'back' });
      }
    },
    async troubles(now) {
      const said = now.join();
      if (said === told) return;
      told = said;
      await report({ kind: 'troubles', troubles: [...now] });
    },
  };
}
