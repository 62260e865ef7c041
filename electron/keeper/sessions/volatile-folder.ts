import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
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

/** The keeper's own volatile folder, 0700. Holds its socket, the list of sessions, and their homes. */
export function createKeeperFolder(root: string): string {
  return mkdtempSync(join(root, 'counterfoil-'));
}

/** The folders of one session, all below one that is removed with it. */
export interface SessionFolder {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Makes the home of one session: everything that Chromium, GTK or a library might write lands in it. */
export function createSessionFolder(keeperFolder: string): SessionFolder {
  const path = join(keeperFolder, `session-${randomBytes(6).toString('hex')}`);
  const at = (name: string): string => {
    const folder = join(path, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  };
  // Electron is pointed at it (session/main.ts). It must be there before: Chromium writes the port that tests
  // attach to from another thread, and loses it when the folder comes later (seen in one start of four).
  at('chromium');
  return {
    path,
    environment: {
      HOME: at('home'),
      TMPDIR: at('tmp'),
      XDG_CONFIG_HOME: at('config'),
      XDG_CACHE_HOME: at('cache'),
      XDG_DATA_HOME: at('data'),
      XDG_STATE_HOME: at('state'),
      XDG_RUNTIME_DIR: at('run'),
    },
  };
}

/** Removes a session's folder and proves that it is gone. */
export function removeSessionFolder(path: string): Result<null, { readonly kind: 'still-there' }> {
  rmSync(path, { recursive: true, force: true });
  return existsSync(path) ? err({ kind: 'still-there' }) : ok(null);
}
