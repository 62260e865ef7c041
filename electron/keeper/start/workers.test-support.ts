import { fileURLToPath } from 'node:url';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Programs that stand in the place of the print worker: one that waits to be ended, one that ends at once, and one that answers
 * something else than it was asked.
 */
export const idleWorker = here('idle-worker.test-support.ts');
export const quittingWorker = here('quitting-worker.test-support.ts');
export const misansweringWorker = here('misanswering-worker.test-support.ts');
