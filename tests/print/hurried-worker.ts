import { PATIENCE } from '../../electron/print/ipp-printer/time-limits.ts';
import { runWorker } from '../../electron/print/run-worker.ts';

/**
 * The print worker, which gives a whole card half a minute, and a printer that stands still longer than that: what it gives up
 * has moved until then.
 */
runWorker({ ...PATIENCE, pollInterval: 100, busy: 300, standstill: 60_000, whole: 30_000, cancel: 5_000 });
