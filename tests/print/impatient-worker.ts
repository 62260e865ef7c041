import { DEFAULT_LIMITS } from '../../electron/lib/ipp/limits.ts';
import { PATIENCE } from '../../electron/print/ipp-printer/time-limits.ts';
import { runWorker } from '../../electron/print/run-worker.ts';

/**
 * The print worker, with seconds in the place of minutes: everything else is the product's. A test that waits for
 * a worker to give up must not wait as long as a clerk would.
 */
runWorker({
  ...PATIENCE,
  pollInterval: 100,
  busy: 300,
  standstill: 4_000,
  whole: 20_000,
  // Long enough for a test's printer to start anew.
  silence: 5_000,
  confirm: 1_000,
  cancel: 5_000,
  limits: { ...DEFAULT_LIMITS, connectMs: 1_500, headMs: 1_500, callMs: 3_000 },
});
