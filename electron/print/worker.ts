import { PATIENCE } from './ipp-printer/patience.ts';
import { runWorker } from './run-worker.ts';

runWorker(PATIENCE);
