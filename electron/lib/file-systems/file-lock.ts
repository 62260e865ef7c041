import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';

/** A lock that this process has. */
export interface FileLock {
  release(): void;
}

/** Told apart from whatever else the program may end with. */
const TAKEN = 75;

/**
 * Locks a file for this process, and makes it where there is none; null: another process has the lock. It is the kernel's own
 * (flock(2)): it goes with the process, after SIGKILL too, so nothing is left that would have to be proven dead. Node has no call for
 * it: flock(1) of util-linux, which every Debian has, locks the open file that it is handed, and that stays locked. Whoever may
 * open the file could lock it too, so only its owner may.
 * @throws what the file system says, and where there is no flock(1).
 */
export function takeFileLock(path: string): FileLock | null {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
  const words = ['--exclusive', '--nonblock', '--conflict-exit-code', `${TAKEN}`, '3'];
  const { status, error } = spawnSync('flock', words, { stdio: ['ignore', 'ignore', 'inherit', file] });
  if (status === 0) return { release: () => closeSync(file) };
  closeSync(file);
  if (status === TAKEN) return null;
  throw error ?? new Error(`flock ended with ${status}`);
}
