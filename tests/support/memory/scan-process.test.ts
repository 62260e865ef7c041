import { expect, it } from 'vitest';
import { patternsOfValue } from '../../../shared/remanence/patterns.ts';
import { createCanary } from './canary.ts';
import { createMemorySearch, scanProcess } from './scan-process.ts';
import { startChild } from './start-child.ts';

const COPIES = 40;

/**
 * Keeps one value as a string and another as bytes outside V8's heap, the latter once in every MiB, so that
 * a chunk skipped by the scan would be noticed.
 */
const HOLDER = `
  process.stdin.once('data', (data) => {
    const [typed, binary] = data.toString().split(' ');
    globalThis.held = [JSON.parse(JSON.stringify(typed)), Buffer.alloc(${COPIES} * 1024 * 1024)];
    for (let copy = 0; copy < ${COPIES}; copy += 1) globalThis.held[1].write(binary, copy * 1024 * 1024);
    console.log('ready');
  });
  setInterval(() => {}, 1000);`;

const typed = createCanary(Math.random);
const binary = createCanary(Math.random);
const absent = createCanary(Math.random);
const search = createMemorySearch([
  ...patternsOfValue('typed', typed),
  ...patternsOfValue('binary', binary),
  ...patternsOfValue('absent', absent),
]);

it('finds what a process holds, and nothing once it has ended', async () => {
  const { pid, end } = await startChild(HOLDER, `${typed} ${binary}`);
  try {
    const scan = scanProcess(pid, search);
    expect(new Set(scan.hits.map(({ label }) => label))).toEqual(new Set(['typed', 'binary']));
    const addresses = new Set(
      scan.hits.filter(({ label }) => label === 'binary').map(({ address }) => address),
    );
    expect(addresses.size).toBeGreaterThanOrEqual(COPIES);
    expect(scan.gone).toBe(false);
    expect(scan.regions).toBeGreaterThan(10);
    expect(scan.bytesRead).toBeGreaterThan(4_000_000);
    for (const hit of scan.hits)
      expect(hit).toMatchObject({ pid, address: expect.stringMatching(/^[0-9a-f]+$/) });
  } finally {
    await end();
  }
  expect(scanProcess(pid, search)).toEqual({
    bytesRead: 0,
    regions: 0,
    hits: [],
    unreadable: [],
    gone: true,
  });
});

it('refuses to scan itself', () => {
  expect(() => scanProcess(process.pid, search)).toThrow('holds the patterns');
});

it.skipIf(process.getuid?.() === 0)('throws where it is not allowed to look', () => {
  expect(() => scanProcess(1, search)).toThrow('EACCES');
});
