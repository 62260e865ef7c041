import { PATIENCE } from './ipp-printer/time-limits.ts';
import { runWorker } from './run-worker.ts';

runWorker(PATIENCE);
