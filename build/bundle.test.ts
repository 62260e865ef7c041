import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  await bundle('release', folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const IMPORTED = /^(?:import|export) (?:[^'"\n]* from )?["']\.\/([^"']+)["']/gm;
const PACKAGE = /^\/\/ ?(?:#region )?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm;

/** The packages that a program of the bundle loads before its first line runs. */
async function packagesAtStart(program: string): Promise<readonly string[]> {
  const files = [program];
  const packages = new Set<string>();
  for (const file of files) {
    const source = await readFile(join(folder, 'node', file), 'utf8');
    for (const [, name = ''] of source.matchAll(PACKAGE)) packages.add(name);
    for (const [, imported = ''] of source.matchAll(IMPORTED)) {
      if (!files.includes(imported)) files.push(imported);
    }
  }
  return [...packages].sort();
}

// Each of them is loaded where it is first needed: between two applicants, and not before the first screen.
describe('what a program reads at each of its starts', () => {
  it.each([
    ['keeper', ['zod']],
    ['core', ['zod']],
  ])('%s: no barcodes, no dictionaries, no PDFs', async (program, packages) => {
    expect(await packagesAtStart(`${program}.mjs`)).toEqual(packages);
  });
});
