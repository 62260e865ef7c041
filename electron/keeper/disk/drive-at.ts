import { readFileSync, realpathSync } from 'node:fs';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { type Mount, mountOver, parseMountInfo } from '../../lib/file-systems/mount-info.ts';

/** Where Linux mounts drives: by the Filesystem Hierarchy Standard 3.0, and by udisks. */
const MOUNT_ROOTS = ['/media', '/run/media', '/mnt'];

/**
 * The folder for what leaves the kiosk and what comes to it, if a drive is there; null: none is set, or none is plugged in. An
 * unmount can leave its empty folder behind, on the kiosk's own disk: what is written there hasn't left the kiosk. So at and
 * below the roots a folder counts only while something is mounted there. Anywhere else, as on a kiosk that npm started, each one does.
 * `roots`: of a test, which cannot say what is mounted on its machine.
 */
export function driveAt(folder: string | null, roots: readonly string[] = MOUNT_ROOTS): string | null {
  return folder === null || isLeftBehindNow(folder, roots) ? null : folder;
}

function isLeftBehindNow(folder: string, roots: readonly string[]): boolean {
  const path = resolved(folder);
  // Some systems have links at them (`/mnt` to `/var/mnt`), and a folder that is not there keeps its name.
  const allRoots = [...roots, ...roots.map(resolved)];
  if (rootOf(path, allRoots) === null) return false;
  return isLeftBehind(path, parseMountInfo(readFileSync(MOUNTS, 'utf8')), allRoots);
}

const MOUNTS = '/proc/self/mountinfo';

/** Without links; as it is, where it is not there or a drive does not answer. */
function resolved(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return folder;
  }
}

/** Whether a folder is one for a drive, and no drive is mounted there. `path`: absolute, without links and dots. */
export function isLeftBehind(
  path: string,
  mounts: readonly Mount[],
  roots: readonly string[] = MOUNT_ROOTS,
): boolean {
  const root = rootOf(path, roots);
  return root !== null && !isIn(mountOver(mounts, path)?.point ?? '/', root);
}

function rootOf(path: string, roots: readonly string[]): string | null {
  return roots.find((root) => isIn(path, root)) ?? null;
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
