import { lstatSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { setFileTimes } from './file-times.ts';

const MIDNIGHT = Date.UTC(2026, 10, 24);

it('what a kiosk writes for applicants, and its folder, have the one time; what a link points to keeps its own', () => {
  const folder = workingFolder();
  const elsewhere = join(workingFolder(), 'elsewhere');
  writeFileSync(elsewhere, 'not ours');
  const before = lstatSync(elsewhere).mtimeMs;
  for (const name of ['vault.db', 'vault.db-journal', 'ledger.db', 'keys.slots', 'sessions.json'])
    writeFileSync(join(folder, name), name);
  symlinkSync(elsewhere, join(folder, 'workers.json'));
  const names = readdirSync(folder);
  setFileTimes(folder, MIDNIGHT, 'all');
  // What is there, first: reading the folder is told in its time.
  for (const name of ['.', ...names]) {
    const { mtimeMs, atimeMs } = lstatSync(join(folder, name));
    expect([name, mtimeMs, atimeMs]).toEqual([name, MIDNIGHT, MIDNIGHT]);
  }
  expect(lstatSync(elsewhere).mtimeMs).toBe(before);
});

it('a folder that is gone is no failure of the times; the files’ own places are looked after elsewhere', () => {
  expect(() => setFileTimes(join(workingFolder(), 'gone'), MIDNIGHT, 'all')).not.toThrow();
});

it('where only what was written is asked for, no other file is touched', () => {
  const folder = workingFolder();
  for (const name of ['vault.db', 'ledger.db']) writeFileSync(join(folder, name), name);
  setFileTimes(folder, MIDNIGHT, 'all');
  const changed = () =>
    ['.', 'vault.db', 'ledger.db'].map((name) => lstatSync(join(folder, name), { bigint: true }).ctimeNs);
  const before = changed();
  setFileTimes(folder, MIDNIGHT, 'written');
  expect(changed()).toEqual(before);
  writeFileSync(join(folder, 'vault.db'), 'anew');
  setFileTimes(folder, MIDNIGHT, 'written');
  expect(lstatSync(join(folder, 'vault.db')).mtimeMs).toBe(MIDNIGHT);
  expect(changed()[2]).toBe(before[2]);
});
