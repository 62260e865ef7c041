import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';
import { isOfTests } from './imports.ts';

const sources = globSync('electron/**/*.ts', { cwd: fileURLToPath(repository) })
  .filter((path) => !isOfTests(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, repository), 'utf8') }));

function filesWith(pattern: RegExp): readonly string[] {
  return sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort();
}

// Whoever writes one more export has to come by here, and to say that no person is in it.
it('the folder for exports is known to these calls of the keeper, of which one exports a person', () => {
  expect(filesWith(/exportFolder/).filter((path) => !/\/(start|launcher)\//.test(path))).toEqual([
    'electron/keeper/ledger/ledger-calls.ts',
    'electron/keeper/policy/policy-calls.ts',
    'electron/keeper/production/production-calls.ts',
    'electron/keeper/record-search/record-search-calls.ts',
  ]);
  expect(filesWith(/\bwriteDurably\(/)).toEqual([
    'electron/keeper/disk/write-durably.ts',
    'electron/keeper/ledger/ledger-calls.ts',
    'electron/keeper/record-search/record-search-calls.ts',
  ]);
  expect(filesWith(/\bwriteProduction\(/)).toEqual([
    'electron/keeper/production/production-calls.ts',
    'electron/keeper/production/write-production.ts',
  ]);
});

it('one process alone can encrypt to somebody outside, and it writes no file', () => {
  expect(filesWith(/from 'age-encryption'/)).toEqual(['electron/production/seal-record.ts']);
  const ofProcess = sources.filter(({ path }) => path.startsWith('electron/production/'));
  expect(ofProcess.length).toBeGreaterThan(0);
  expect(ofProcess.filter(({ text }) => /node:(fs|net|http|child_process)/.test(text))).toEqual([]);
});
