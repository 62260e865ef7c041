import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { thisMachine } from '../../tests/crash/loop-image.ts';

/** What is kept of a suite that passed. */
const keptRun = z.object({ passed: z.number(), seconds: z.number(), note: z.string() });
export type KeptRun = z.infer<typeof keptRun>;

/**
 * Suites that passed whole, by commit, runtime and means: the long tests take hours, and what ended them (a machine, a
 * person) is no reason to begin again.
 */
export interface KeptRuns {
  find(suite: string): KeptRun | null;
  keep(suite: string, run: KeptRun): void;
}

/** Keeps nothing: each run is a run. */
export const nothingKept: KeptRuns = { find: () => null, keep: () => undefined };

/** The commit that lies in a working folder; null when anything in it differs, or nobody can tell. */
export function cleanCommit(folder: string): string | null {
  const git = (...words: readonly string[]): string | null => {
    const { status, stdout } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
  };
  return git('status', '--porcelain') === '' ? git('rev-parse', 'HEAD') : null;
}

/** What whoever runs the suites can do with disks: tests leave themselves out by it, some with it and some without. */
export type Means = 'disks' | 'root' | 'account';

/** Root with loop devices mounts disks of its own; where that fails the suites fail, and skip nothing. */
export function meansOf({ isRoot, hasLoopDevices } = thisMachine()): Means {
  if (!isRoot) return 'account';
  return hasLoopDevices ? 'disks' : 'root';
}

/** What the suites ran on. */
export interface RanOn {
  readonly commit: string;
  readonly electronVersion: string;
  readonly means: Means;
}

/** In a folder for each commit, runtime and means; those of other commits go. */
export function keepRuns(folder: string, { commit, electronVersion, means }: RanOn): KeptRuns {
  const place = join(folder, commit, electronVersion, means);
  if (!existsSync(join(folder, commit))) rmSync(folder, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const file = (suite: string): string => join(place, `${suite}.json`);
  return {
    find: (suite) =>
      existsSync(file(suite)) ? keptRun.parse(JSON.parse(readFileSync(file(suite), 'utf8'))) : null,
    keep: (suite, run) => writeFileSync(file(suite), JSON.stringify(keptRun.parse(run))),
  };
}
