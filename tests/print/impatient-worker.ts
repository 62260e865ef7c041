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
  // Longer than CUPS takes to begin with a card on a busy machine, so that only what stands still is given up.
  standstill: 12_000,
  // Several times what 130 looks take beside other suites: no test waits for its end.
  whole: 100_000,
  // Long enough for a test's printer to start anew.
  silence: 10_000,
  // Only printers that never answer the document pay for it.
  confirm: 10_000,
  cancel: 5_000,
  // Only a printer that never answers is given up by these (set-up.print.ts, lost-replies.print.ts).
  limits: { ...DEFAULT_LIMITS, headMs: 15_000, callMs: 20_000 },
});
