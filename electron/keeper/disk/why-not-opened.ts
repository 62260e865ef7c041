import { lstatSync } from 'node:fs';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';

/**
 * Why a file on a drive is not even opened; null: it may be, or is not there. A link leads out of the drive: to a file of the
 * system, or to the kiosk's own, whose locks would be lost. A drive that fails says nothing of its files.
 */
export function whyNotOpened(path: string): 'no-file' | 'unreadable' | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? 'no-file' : null;
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return 'unreadable';
  }
}
