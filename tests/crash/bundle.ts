import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../../build/vite/repository.ts';
import { bundlePrograms } from '../support/bundle-programs.ts';

/**
 * Bundles the suite's keeper and worker once: a thousand starts of many small files would cost minutes. In a
 * folder of this run's own, which the caller removes; inside the repository, where the native packages are.
 */
export async function bundleVictim(): Promise<{
  readonly folder: string;
  readonly victim: string;
  readonly worker: string;
  readonly carryOver: string;
}> {
  const parent = fileURLToPath(new URL('out/test/', repository));
  mkdirSync(parent, { recursive: true });
  const outDir = mkdtempSync(join(parent, 'crash-'));
  const source = (name: string): string => fileURLToPath(new URL(`victim/${name}.ts`, import.meta.url));
  await bundlePrograms(outDir, {
    victim: source('victim'),
    worker: source('worker'),
    'carry-over': source('carry-over'),
  });
  return {
    folder: outDir,
    victim: join(outDir, 'victim.mjs'),
    worker: join(outDir, 'worker.mjs'),
    carryOver: join(outDir, 'carry-over.mjs'),
  };
}
