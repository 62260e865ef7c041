import { randomBytes } from 'node:crypto';
import type { CardProgramme } from '../../../shared/card/card-data.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { PrintProgress } from '../../../shared/contract/printing/printer-status.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { mayIssueOn } from './may-issue.ts';
import { INTERRUPTED, JUST_ORDERED, progressAfter } from './print-progress.ts';
import type { Workers } from './worker-processes.ts';

/** A card of an invented person, to see what a printer does. */
export interface TestCard {
  /** Why none is ordered; null: one is. */
  print(printer: PrinterSettings, programme: CardProgramme): Refusal | null;
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

/** Where cards are made. */
interface Maker {
  readonly build: KioskStatus['build'];
  readonly battery: { isLowNow(): boolean };
}

/** Test cards by a worker each. */
export function createTestCard(
  workers: Workers,
  { build, battery }: Maker,
  { changed, ordered, notMade }: TestCardEvents,
): TestCard {
  let progress: PrintProgress | null = null;
  let underWay = false;
  return {
    print(printer, programme) {
      if (!mayIssueOn(build, printer.driver)) return { kind: 'no-printer' };
      if (underWay) return { kind: 'printer-in-use' };
      if (battery.isLowNow()) return { kind: 'battery-low' };
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
      return null;
    },
    progress: () => progress,
    isUnderWay: () => underWay,
    forget() {
      if (!underWay) progress = null;
    },
  };
}
