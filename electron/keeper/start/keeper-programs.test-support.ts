import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The programs of the product that a keeper's tests start by the hundred. */
export const programSources = {
  core: source('../../core/main.ts'),
  worker: source('../../print/worker.ts'),
  'record-search': source('../../record-search/worker.ts'),
  production: source('../../production/worker.ts'),
} as const;

/** Where they lie, bundled before the first test: from their sources each start takes twice as long. */
export const programFolder = source('../../../out/test/keeper');

export function program(name: keyof typeof programSources): string {
  return join(programFolder, `${name}.mjs`);
}
