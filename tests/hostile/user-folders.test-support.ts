import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';

/** Where a program leaves files that nobody told it to leave. */
export interface UserFolders {
  /** Home and temporary folder lie below it. */
  readonly folder: string;
  /** All that lies there besides the two. */
  strayFiles(): readonly string[];
}

const FOLDERS = [
  ['HOME', 'home'],
  ['TMPDIR', 'tmp'],
] as const;

/**
 * Gives this machine's user an empty home and temporary folder until the test has finished. What the test itself
 * wants to put into a temporary folder, it makes before.
 */
export function emptyUserFolders(): UserFolders {
  const stray = workingFolder();
  for (const [variable, folder] of FOLDERS) {
    mkdirSync(join(stray, folder));
    vi.stubEnv(variable, join(stray, folder));
  }
  onTestFinished(() => void vi.unstubAllEnvs());
  return {
    folder: stray,
    strayFiles: () =>
      readdirSync(stray, { recursive: true, encoding: 'utf8' }).filter(
        (path) => !FOLDERS.some(([, folder]) => folder === path),
      ),
  };
}
