import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';
import { isOfTests } from './imports.ts';

const sources = globSync('electron/**/*.ts', { cwd: fileURLToPath(repository) })
  .filter((path) => !isOfTests(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, repository), 'utf8') }));

const filesWith = (pattern: RegExp): readonly string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .toSorted();

it('nothing in the program makes a copy of a vault, a ledger or a file of keys on a disk', () => {
  const copying = /\.backup\(|\bVACUUM\b|\bcopyFile|\bcp(?:Sync)?\(|\b(?:sym)?link(?:Sync)?\(/;
  for (const way of [
    'vault.backup(path)',
    "exec('VACUUM INTO')",
    'copyFileSync(from, to)',
    'linkSync(from, to)',
  ])
    expect(copying.test(way)).toBe(true);
  expect(filesWith(copying)).toEqual([]);
  // Renamed is what was just written beside.
  expect(filesWith(/\brename(?:Sync)?\(/)).toEqual([
    'electron/keeper/disk/write-whole-file.ts',
    'electron/keeper/production/write-production.ts',
    'electron/keeper/sessions/recorded-sessions.ts',
  ]);
  // In memory: to see that a migration can be gone, and to look for what was planted.
  const copied = filesWith(/\.serialize\(/);
  expect(copied).toEqual([
    'electron/keeper/database/migration.ts',
    'electron/keeper/statement/vault-control.ts',
  ]);
  const writing = /\b(?:writeFile|writeSync|createWriteStream|openSync|writeWholeFile)/;
  expect(sources.filter(({ path, text }) => copied.includes(path) && writing.test(text))).toEqual([]);
});
