import { accessSync, constants, statfsSync } from 'node:fs';
import { err, ok, type Result } from '../../../shared/result.ts';

/** TMPFS_MAGIC of statfs(2). */
const TMPFS = 0x01021994;

/** None of these folders is one in memory that this account may write to. */
export interface NoTmpfs {
  readonly kind: 'no-tmpfs';
  readonly tried: string[];
}

/**
 * Where folders may live that must never reach a disk: the user's runtime folder or shared memory, if it
 * really is a tmpfs. Chromium writes some files whatever it is told (measured: Preferences, LevelDB shells,
 * Singleton*), so its whole home lies here.
 */
export function findVolatileRoot(candidates: readonly (string | undefined)[]): Result<string, NoTmpfs> {
  const named = candidates.flatMap((candidate = '') => (candidate === '' ? [] : [candidate]));
  for (const candidate of named) {
    if (isWritable(candidate) && statfsSync(candidate).type === TMPFS) return ok(candidate);
  }
  return err({ kind: 'no-tmpfs', tried: named });
}

/** A runtime folder may be another account's: whoever starts us may have kept its environment. */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    // Absent or not ours: the next candidate.
    return false;
  }
}
