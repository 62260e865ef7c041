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
  isUnderWay(): boolean;
  /** Another printer was chosen: how the last one ended on the old one says nothing. */
  forget(): void;
}

/** Who hears of test cards. */
export interface TestCardEvents {
  /** Its progress is another one now. */
  changed(): void;
  /** One is ordered: a blank is gone, unless the printer says that it made none. */
  ordered(): void;
  notMade(): void;
}

/** Test cards by a worker each. */
export function createTestCard(workers: Workers, { changed, ordered, notMade }: TestCardEvents): TestCard {
  let progress: PrintProgress | null = null;
  let underWay = false;
  return {
    print(printer, programme) {
      if (underWay) return false;
      underWay = true;
      progress = JUST_ORDERED;
      ordered();
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
            if (progress?.ending?.kind === 'no-card') notMade();
            changed();
          },
        },
      );
      changed();
      return true;
    },
    progress: () => progress,
    isUnderWay: () => underWay,
    forget() {
      if (!underWay) progress = null;
    },
  };
}
