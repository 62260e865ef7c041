import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { SaveFault } from '../../../shared/contract/refusals.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';

/** Writes so many bytes of `content` from `at` where the file stands, and answers how many it has; as `writeSync`. */
export type WriteBytes = (file: number, content: Uint8Array, at: number, length: number) => number;

/** All of it: at the end of a drive one write takes a part, and says so by its answer alone. */
export function writeAll(file: number, content: Uint8Array, writeBytes: WriteBytes): void {
  for (let at = 0; at < content.byteLength; at += writeBytes(file, content, at, content.byteLength - at));
}

/** The names as well, or a power cut takes them away. Windows cannot sync a folder; builds for it do not go live. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch (error) {
    // Some file systems of drives sync files alone.
    if (!isFileSystemError(error) || error.code !== 'EINVAL') throw error;
  } finally {
    closeSync(folder);
  }
}

/** What an error of the file system says of a drive. `code`: errno's name. `missing`: there is no such folder (any more). */
export function saveFaultOf(code: string): SaveFault | 'missing' {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'read-only';
    default:
      return 'failed';
  }
}
