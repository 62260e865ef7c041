import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { PATIENCE } from '../../electron/print/ipp-printer/time-limits.ts';
import { runWorker } from '../../electron/print/run-worker.ts';
import { machineTime } from '../print/peers/machine-time.ts';

// The product's print worker, which writes beside itself when its process began and when its program had loaded.
const loaded = machineTime();
const begun = loaded - performance.now();
const booted = begun + performance.nodeTiming.bootstrapComplete;
writeFileSync(join(import.meta.dirname, 'marks.json'), JSON.stringify({ begun, booted, loaded }));
runWorker(PATIENCE);
