import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { talkingChild } from '../talking-child.test-support.ts';

/** A folder on a real disk, removed when the test has finished. */
export function temporaryFolder(): string {
  return folderIn(tmpdir());
}

/**
 * A folder for tests that are not about what reaches a disk, removed when the test has finished. Files hold the same
 * bytes there, but nobody waits for an fsync: on a disk that is more than half of the time of a keeper.
 */
export function workingFolder(): string {
  return folderIn(workingRoot());
}

/** In memory, if there is enough of it for the vaults of all tests that run at a time; else on the disk. */
export function workingRoot(): string {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > 1024 ** 3 ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

const MEMORY = '/dev/shm';

function folderIn(root: string): string {
  const folder = mkdtempSync(join(root, 'counterfoil-database-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything that could betray a write: names, kinds, sizes, modes, moments of change, inodes, contents. */
export function snapshotOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { mode, size, mtimeNs, ino } = lstatSync(path, { bigint: true });
      const content = lstatSync(path).isFile()
        ? createHash('sha256').update(readFileSync(path)).digest('hex')
        : 'no file';
      return [name, mode.toString(8), size, mtimeNs, ino, content].join(' ');
    });
}

/** What a child does with the database; see `opener-child.test-support.ts`. */
export type ChildAction = 'hold' | 'transaction' | 'create-many' | 'prepare-update';

/** Starts another opener. It answers one line and then stays until it is killed (when the test has finished). */
export async function startOpener(
  path: string,
  action: ChildAction,
  userId?: number,
): Promise<{ readonly answer: unknown; kill(): Promise<void> }> {
  const script = fileURLToPath(new URL('opener-child.test-support.ts', import.meta.url));
  const { said, kill } = await talkingChild([script, path, action], userId ?? null);
  return { answer: said, kill };
}
