import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { cleanCommit, keepRuns, meansOf } from './kept-runs.ts';

const run = { passed: 3, seconds: 7, note: '12 skipped' };

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('a suite that passed is found again on the same commit and runtime, and on no other', () => {
  const folder = temporary();
  const on = (commit: string, electronVersion: string) =>
    keepRuns(folder, { commit, electronVersion, means: 'disks' });
  on('c1', '33').keep('unit', run);
  expect(on('c1', '33').find('unit')).toEqual(run);
  expect(on('c1', '33').find('e2e')).toBeNull();
  expect(on('c1', '25').find('unit')).toBeNull();
  expect(on('c2', '33').find('unit')).toBeNull();
  // The commit before is gone with its figures: nobody reads them as this one's.
  expect(on('c1', '33').find('unit')).toBeNull();
});

it('nor is it found by somebody who can try more, or less: tests leave themselves out by that', () => {
  const folder = temporary();
  const by = (isRoot: boolean, hasLoopDevices: boolean) =>
    keepRuns(folder, {
      ...{ commit: 'c1', electronVersion: '33' },
      means: meansOf({ isRoot, hasLoopDevices }),
    });
  by(false, true).keep('unit', run);
  expect(by(false, true).find('unit')).toEqual(run);
  expect(by(false, false).find('unit')).toEqual(run);
  expect(by(true, true).find('unit')).toBeNull();
  expect(by(true, false).find('unit')).toBeNull();
  by(true, false).keep('unit', run);
  expect(by(true, true).find('unit')).toBeNull();
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
    expect(cleanCommit(folder)).toBe(git(folder, 'rev-parse', 'HEAD'));
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
    expect(cleanCommit(folder)).toBeNull();
  });

  it('is none where nobody can tell', () => {
    expect(cleanCommit(temporary())).toBeNull();
  });
});
