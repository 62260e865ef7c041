import type { IppPrinter } from '../../../shared/contract/printing/printer.ts';
import type { PrinterCondition } from '../../../shared/contract/printing/printer-status.ts';
import type { Worker, Workers } from './worker-processes.ts';

/** Somebody who looks at the printer all day, so that a clerk knows of an empty feeder before the next card. */
export interface PrinterWatch {
  /** Watches another printer from now on; null: none. */
  setPrinter(printer: IppPrinter | null): void;
  condition(): PrinterCondition;
}

/** A worker that dies is started again, after a pause. */
const PAUSE_MILLISECONDS = 2_000;

/** Watches by a worker. `changed`: the condition is another one now. */
export function createPrinterWatch(
  workers: Workers,
  changed: () => void,
  later: (milliseconds: number, run: () => void) => void,
): PrinterWatch {
  let watched: IppPrinter | null = null;
  let worker: Worker | null = null;
  let condition: PrinterCondition = { kind: 'unknown' };

  function say(next: PrinterCondition): void {
    if (JSON.stringify(next) === JSON.stringify(condition)) return;
    condition = next;
    changed();
  }

  function start(printer: IppPrinter): void {
    const started = workers.start(
      { kind: 'watch', printer },
      {
        report(report) {
          if (worker === started && report.kind === 'condition') say(report.condition);
        },
        ended() {
          if (worker !== started) return;
          worker = null;
          say({ kind: 'unknown' });
          later(PAUSE_MILLISECONDS, () => {
            if (watched === printer && worker === null) start(printer);
          });
        },
      },
    );
    worker = started;
  }

  return {
    setPrinter(printer) {
      watched = printer;
      const before = worker;
      worker = null;
      void before?.end();
      condition = { kind: 'unknown' };
      if (printer !== null) start(printer);
    },
    condition: () => condition,
  };
}
