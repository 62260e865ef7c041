import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundleMode, bundle } from './bundle.ts';
import { bundleLauncher } from './packaging/bundle-launcher.ts';
import { evaluationTracesIn } from './packaging/evaluation-traces.ts';
import { shippedPolicy } from './programmes/shipped-policy.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))));

/** All programs of a mode, in a folder of their own. */
async function bundleOf(mode: BundleMode): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  folders.push(made);
  await bundle(mode, made);
  await bundleLauncher(mode, 'production', made);
  return made;
}

/** The bundle of a release: seconds of work, so it is made once. */
let folder = '';
beforeAll(async () => {
  folder = await bundleOf('release');
});

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
    ['keeper', ['@scure/base', 'jsonc-parser', 'zod']],
    ['core', ['zod']],
    ['record-search', ['zod']],
  ])('%s: no barcodes, no dictionaries, no PDFs', async (program, packages) => {
    expect(await packagesAtStart(`${program}.mjs`)).toEqual(packages);
  });
});

/** All texts of a document. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

it('no program knows a city: nothing of the shipped policy stands in any of them', async () => {
  // Words of the schema are in both; labels have a space, and the id is nobody else's.
  const shipped = textsIn(JSON.parse(await readFile(shippedPolicy, 'utf8')));
  // Words of the product as well: what a document proves, and a label of every design.
  const common = ['Birth date', 'Chosen name'];
  const own = shipped.filter(
    (text) => (text.includes(' ') || text === 'harbor-city') && !common.includes(text),
  );
  expect(own).toContain('Harbor City');
  expect(own.length).toBeGreaterThan(15);
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(mjs|cjs|js|html|json)$/.test(entry.name)) continue;
    const source = await readFile(join(entry.parentPath, entry.name), 'utf8');
    found.push(...own.filter((text) => source.includes(text)).map((text) => `${entry.name}: ${text}`));
  }
  expect(found).toEqual([]);
});

describe('the bundle of a release', () => {
  it('holds nothing that only evaluation builds may hold', async () => {
    expect(await evaluationTracesIn(folder)).toEqual([]);
  });

  it('would be found out: the evaluation bundle contains every opening for tests', async () => {
    const found = (await evaluationTracesIn(await bundleOf('evaluation'))).join('\n');
    for (const opening of [
      'COUNTERFOIL_DEBUGGING',
      'remote-debugging-port=0',
      'use-file-for-fake-video-capture',
    ]) {
      expect(found).toContain(opening);
    }
  });
});
