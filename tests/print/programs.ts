import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../../build/vite/repository.ts';
import { programSources as keeperPrograms } from '../../electron/keeper/start/keeper-programs.test-support.ts';

/**
 * The programs that these tests start by the dozen, bundled once before the first test as the product's are: read
 * from their sources each start takes four times as long.
 */
export const programFolder = fileURLToPath(new URL('out/test/print/', repository));

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const programSources = {
  ...keeperPrograms,
  'hurried-worker': at('hurried-worker.ts'),
  'impatient-worker': at('impatient-worker.ts'),
  'steady-worker': at('steady-worker.ts'),
} as const;

/** Where the bundled program is. */
export function program(name: keyof typeof programSources): string {
  return join(programFolder, `${name}.mjs`);
}
