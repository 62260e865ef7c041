import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { thisMachine } from '../../tests/crash/loop-image.ts';
import type { Suite } from './suite.ts';

/** What is kept of a suite that passed. */
const keptRun = z.object({ passed: z.number(), seconds: z.number(), note: z.string() });
export type KeptRun = z.infer<typeof keptRun>;
const keptFile = keptRun.extend({ sources: z.string() });

/** A suite, as far as it decides what its result hangs on. */
type Reader = Pick<Suite, 'name' | 'tests'>;

/**
 * Suites that passed whole, by what they read, runtime and means: the long tests take hours, and what ended them (a
 * machine, a person, a mistake in another suite's test) is no reason to begin again.
 */
export interface KeptRuns {
  find(suite: Reader): KeptRun | null;
  keep(suite: Reader, run: KeptRun): void;
}

/** Keeps nothing: each run is a run. */
export const nothingKept: KeptRuns = { find: () => null, keep: () => undefined };

/**
 * Every file of the commit that lies in a working folder, as git lists them; null when anything in it differs, or nobody
 * can tell.
 */
export function committedFiles(folder: string): readonly string[] | null {
  const git = (...words: readonly string[]): string | null => {
    const options = { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    const { status, stdout } = spawnSync('git', words, options);
    return status === 0 ? stdout.trim() : null;
  };
  return git('status', '--porcelain') === '' ? (git('ls-tree', '-r', 'HEAD')?.split('\n') ?? null) : null;
}

/** Files that hold the tests of one kind, by the word before their ending. */
const TEST_FILE = /\.(test|print|parts|e2e|package)\.tsx?$/;
/** What people read. */
const PAGE = /\t(docs\/.*|.*\.md)$/;

/**
 * One word for all that can change what a suite says: every committed file but pages and the tests of other suites. Unit tests
 * read everything: some of them are about pages, and about which tests there are. `committed`: lines of `git ls-tree -r`.
 */
function sourcesOf({ tests }: Pick<Suite, 'tests'>, committed: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of committed) {
    const kind = TEST_FILE.exec(line)?.[1];
    const isRead = tests === 'test' || (kind === undefined ? !PAGE.test(line) : kind === tests);
    if (isRead) hash.update(`${line}\n`);
  }
  return hash.digest('hex');
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
  /** Lines of `git ls-tree -r`. */
  readonly committed: readonly string[];
  readonly electronVersion: string;
  readonly means: Means;
}

/** In a folder for each runtime and means, where the last run of a suite that passed replaces the one before. */
export function keepRuns(folder: string, { committed, electronVersion, means }: RanOn): KeptRuns {
  const place = join(folder, electronVersion, means);
  mkdirSync(place, { recursive: true });
  const fileOf = ({ name }: Reader): string => join(place, `${name}.json`);
  return {
    find(suite) {
      const file = fileOf(suite);
      if (!existsSync(file)) return null;
      const { sources, ...run } = keptFile.parse(JSON.parse(readFileSync(file, 'utf8')));
      return sources === sourcesOf(suite, committed) ? run : null;
    },
    keep: (suite, run) =>
      writeFileSync(
        fileOf(suite),
        JSON.stringify(keptFile.parse({ ...run, sources: sourcesOf(suite, committed) })),
      ),
  };
}
