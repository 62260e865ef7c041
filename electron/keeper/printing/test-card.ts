import { randomBytes } from 'node:crypto';
import type { CardProgramme } from '../../../shared/card/card-data.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { PrintProgress } from '../../../shared/contract/printing/printer-status.ts';
import { INTERRUPTED, JUST_ORDERED, progressAfter } from './print-progress.ts';
import type { Workers } from './worker-processes.ts';

/** A card of an invented person, to see what a printer does. */
export interface TestCard {
  /** False: one is under way. */
  print(printer: PrinterSettings, programme: CardProgramme): boolean;
  progress(): PrintProgress | null;
  /** Another printer was chosen: how the last one ended on the old one says nothing. */
  forget(): void;
}

/** Test cards by a worker each. `changed`: its progress is another one now. */
export function createTestCard(workers: Workers, changed: () => void): TestCard {
  let progress: PrintProgress | null = null;
  let underWay = false;
  return {
    print(printer, programme) {
      if (underWay) return false;
      underWay = true;
      progress = JUST_ORDERED;
      workers.start(
        { kind: 'test-card', job: jobId.parse(randomBytes(16).toString('hex')), printer, programme },
        {
          report(report) {
            if (progress === null) return;
            progress = progressAfter(progress, report);
            changed();
          },
          ended() {
            underWay = false;
            if (progress?.ending === null) progress = INTERRUPTED;
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
