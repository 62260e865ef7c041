import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What a keeper's tests start by the hundred: programs of the product, and what stands in for Electron. */
export const programSources = {
  core: source('../../core/main.ts'),
  worker: source('../../print/worker.ts'),
  'record-search': source('../../record-search/worker.ts'),
  production: source('../../production/worker.ts'),
  'fake-session': source('../sessions/fake-session.test-support.ts'),
} as const;

/** The protection that they are without; empty: they have all. */
const takenOut = process.env.COUNTERFOIL_TAKEN_OUT ?? '';

/**
 * Where they lie, bundled before the first test: from their sources each start takes twice as long. Without a protection they lie in a
 * folder of its name, which is removed afterwards: another run may have all of them, or miss another one.
 */
export const programFolder = source(
  `../../../out/test/keeper${takenOut === '' ? '' : `-without-${takenOut}`}`,
);
export const areProgramsKept = takenOut === '';

export function program(name: keyof typeof programSources): string {
  return join(programFolder, `${name}.mjs`);
}
