import type { WorkerReport } from '../../shared/contract/worker.ts';

/** What a print worker’s work needs of its process: a way to report, time, and whether somebody wants it to stop. */
export interface Surroundings {
  /** Resolves when the report is on its way to the keeper. */
  report(report: WorkerReport): Promise<void>;
  /** Milliseconds of a clock that nobody sets. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Waits, but not longer than until somebody wants the card to be stopped. */
  waitUnlessStopped(milliseconds: number): Promise<void>;
  /** The print server of this machine: where it listens, and the file of its settings. */
  readonly printServer: { readonly port: number; readonly settings: string };
  /** How an Electron process is started: only one of those reaches the queues of Windows and macOS. */
  readonly electron: { readonly executable: string; readonly arguments: readonly string[] };
  /** Somebody wants the card under way to be stopped. */
  isStopped(): boolean;
  /** The same, for what waits for a printer meanwhile. */
  readonly stopped: AbortSignal;
}
