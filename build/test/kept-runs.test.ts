import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { committedFiles, keepRuns, meansOf } from './kept-runs.ts';

const run = { passed: 3, seconds: 7, note: '12 skipped' };

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const UNIT = { name: 'unit', tests: 'test' } as const;
const END_TO_END = { name: 'e2e', tests: 'e2e' } as const;
const CRASH = { name: 'crash', tests: null } as const;

/** A small repository, as git lists it. */
const FILES = [
  '100644 blob a1\tdocs/measurements.md',
  '100644 blob a2\tREADME.md',
  '100644 blob a3\telectron/keeper/main.ts',
  '100644 blob a4\telectron/keeper/clock.test.ts',
  '100644 blob a5\ttests/e2e/hold.e2e.ts',
  '100644 blob a6\ttests/crash/run.ts',
];
const changed = (path: string): readonly string[] =>
  FILES.map((line) => (line.endsWith(`\t${path}`) ? `100644 blob b0\t${path}` : line));

it('a suite that passed is found again on the same runtime, and on no other', () => {
  const folder = temporary();
  const on = (electronVersion: string) =>
    keepRuns(folder, { committed: FILES, electronVersion, means: 'disks' });
  on('33').keep(UNIT, run);
  expect(on('33').find(UNIT)).toEqual(run);
  expect(on('33').find(END_TO_END)).toBeNull();
  expect(on('25').find(UNIT)).toBeNull();
});

it.each([
  ['the product', 'electron/keeper/main.ts', []],
  ['a program of tests', 'tests/crash/run.ts', []],
  ['an end-to-end test', 'tests/e2e/hold.e2e.ts', [CRASH]],
  ['a unit test', 'electron/keeper/clock.test.ts', [END_TO_END, CRASH]],
  ['a page', 'docs/measurements.md', [END_TO_END, CRASH]],
  ['a page at the top', 'README.md', [END_TO_END, CRASH]],
])('what reads no file that changed is found again: %s', (_what, path, stillFound) => {
  const folder = temporary();
  const on = (committed: readonly string[]) =>
    keepRuns(folder, { committed, electronVersion: '33', means: 'disks' });
  for (const suite of [UNIT, END_TO_END, CRASH]) on(FILES).keep(suite, run);
  const after = on(changed(path));
  expect([UNIT, END_TO_END, CRASH].filter((suite) => after.find(suite) !== null)).toEqual(stillFound);
  // A file that is gone or new counts like one that changed.
  const without = on(FILES.filter((line) => !line.endsWith(`\t${path}`)));
  expect([UNIT, END_TO_END, CRASH].filter((suite) => without.find(suite) !== null)).toEqual(stillFound);
});

it('nor is it found by somebody who can try more, or less: tests leave themselves out by that', () => {
  const folder = temporary();
  const by = (isRoot: boolean, hasLoopDevices: boolean) =>
    keepRuns(folder, {
      ...{ committed: FILES, electronVersion: '33' },
      means: meansOf({ isRoot, hasLoopDevices }),
    });
  by(false, true).keep(UNIT, run);
  expect(by(false, true).find(UNIT)).toEqual(run);
  expect(by(false, false).find(UNIT)).toEqual(run);
  expect(by(true, true).find(UNIT)).toBeNull();
  expect(by(true, false).find(UNIT)).toBeNull();
  by(true, false).keep(UNIT, run);
  expect(by(true, true).find(UNIT)).toBeNull();
});

describe('what lies in the working folder', () => {
  // Whoever runs this from a hook has a repository in the environment: nothing here may reach it.
  beforeEach(() => {
    for (const name of Object.keys(process.env).filter((each) => each.startsWith('GIT_')))
      vi.stubEnv(name, undefined);
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  });
  afterEach(() => void vi.unstubAllEnvs());

  const git = (folder: string, ...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.org', ...words], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();

  function repository(): string {
    const folder = temporary();
    git(folder, 'init');
    writeFileSync(join(folder, 'note'), 'one');
    git(folder, 'add', 'note');
    git(folder, 'commit', '--message', 'One note');
    return folder;
  }

  it('is a commit where nothing differs from it', () => {
    const folder = repository();
    expect(committedFiles(folder)).toEqual([`100644 blob ${git(folder, 'rev-parse', 'HEAD:note')}\tnote`]);
  });

  it.each([
    ['changed', (folder: string) => writeFileSync(join(folder, 'note'), 'two')],
    ['added', (folder: string) => writeFileSync(join(folder, 'another'), 'two')],
    ['gone', (folder: string) => rmSync(join(folder, 'note'))],
    [
      'to be committed',
      (folder: string) => {
        writeFileSync(join(folder, 'note'), 'two');
        git(folder, 'add', 'note');
      },
    ],
  ])('is none where a file is %s: nothing of such a run is kept', (_how, change) => {
    const folder = repository();
    change(folder);
    expect(committedFiles(folder)).toBeNull();
  });

  it('is none where nobody can tell', () => {
    expect(committedFiles(temporary())).toBeNull();
  });
});
