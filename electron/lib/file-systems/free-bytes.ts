import { statfsSync } from 'node:fs';
import { isFileSystemError } from './file-system-error.ts';

/** What an ordinary user may still write there; null: the folder is gone. */
export function freeBytesAt(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch (error) {
    if (isFileSystemError(error)) return null;
    throw error;
  }
}
