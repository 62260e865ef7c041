import { readFileSync, realpathSync } from 'node:fs';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { type Mount, mountOver, parseMountInfo } from '../../lib/file-systems/mount-info.ts';

/** Where Linux mounts drives: by the Filesystem Hierarchy Standard 3.0, and by udisks. */
const MOUNT_ROOTS = ['/media', '/run/media', '/mnt'];

/**
 * The folder for what leaves the kiosk and what comes to it, if a drive is there; null: none is set, or none is plugged in. An
 * unmount can leave its empty folder behind, on the kiosk's own disk: what is written there hasn't left the kiosk. So at and
 * below the roots a folder counts only while something is mounted there. Anywhere else, as on a kiosk that npm started, each one does.
 */
export function driveAt(folder: string | null): string | null {
  return folder === null || isLeftBehindNow(folder) ? null : folder;
}

function isLeftBehindNow(folder: string): boolean {
  const path = resolved(folder);
  return rootOf(path) !== null && isLeftBehind(path, parseMountInfo(readFileSync(MOUNTS, 'utf8')));
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
export function isLeftBehind(path: string, mounts: readonly Mount[]): boolean {
  const root = rootOf(path);
  return root !== null && !isIn(mountOver(mounts, path)?.point ?? '/', root);
}

function rootOf(path: string): string | null {
  return MOUNT_ROOTS.find((root) => isIn(path, root)) ?? null;
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
