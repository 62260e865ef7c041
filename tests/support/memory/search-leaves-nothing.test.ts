import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { patternsOfValue } from '../../../shared/remanence/patterns.ts';
import { createCanary } from './canary.ts';
import { createMemorySearch, scanProcess } from './scan-process.ts';
import { startChild } from './start-child.ts';

const root = mkdtempSync(join(tmpdir(), 'search-memory-'));
afterAll(() => rmSync(root, { recursive: true }));

const module = new URL('../../../electron/core/search/search-files.ts', import.meta.url).href;

/** Searches the folder for something else and keeps, as a positive control, what it was given. */
const SEARCHER = `
  process.stdin.once('data', async (given) => {
    const { searchFiles } = await import(${JSON.stringify(module)});
    const patterns = [{ label: 'other', encoding: 'raw', bytes: new Uint8Array(32).fill(1) }];
    const { files, bytes } = await searchFiles({ roots: [${JSON.stringify(root)}], changedSince: 0, patterns });
    globalThis.held = given;
    console.log(files, bytes);
  });
  setInterval(() => {}, 1000);`;

it('leaves nothing of the files it read in the memory of its process', async () => {
  const stored = createCanary(Math.random);
  const given = createCanary(Math.random);
  // At the end of its second chunk too: that is where bytes are carried over.
  writeFileSync(join(root, 'file'), Buffer.alloc(2 * 1024 * 1024, stored));
  const search = createMemorySearch([
    ...patternsOfValue('stored', stored),
    ...patternsOfValue('given', given),
  ]);
  const { pid, end } = await startChild(SEARCHER, given);
  try {
    const { hits } = scanProcess(pid, search);
    expect(new Set(hits.map(({ label }) => label))).toEqual(new Set(['given']));
  } finally {
    await end();
  }
});
