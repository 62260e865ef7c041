import type { Machine, WorkerReport } from '../../shared/contract/worker.ts';
import type { CardDrawing } from '../lib/drawing/draw-card.ts';

/** What a print worker’s work needs of its process: a way to report, time, and whether somebody wants it to stop. */
export interface WorkerContext extends Machine {
  /** Resolves when the report is on its way to the keeper. */
  report(report: WorkerReport): Promise<void>;
  /** Milliseconds of a clock that nobody sets. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Waits, but not longer than until somebody wants the card to be stopped. */
  waitUnlessStopped(milliseconds: number): Promise<void>;
  /** The folder of the fonts that cards are drawn with. */
  readonly fontFolder: string;
  /** What draws cards; loaded when it is first asked for. */
  drawing(): Promise<CardDrawing>;
  /** Somebody wants the card under way to be stopped. */
  isStopped(): boolean;
  /** The same, for what waits for a printer meanwhile. */
  readonly stopped: AbortSignal;
}
