import { PATIENCE } from '../../electron/print/ipp-printer/time-limits.ts';
import { runWorker } from '../../electron/print/run-worker.ts';

/**
 * The print worker with the product's own patience: it only looks more often, and waits seconds for an answer to a
 * card that it has sent. For tests of printers that are slow on purpose, on machines that are slow without one.
 */
runWorker({ ...PATIENCE, pollInterval: 100, busy: 300, confirm: 10_000 });
