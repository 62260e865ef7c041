import { userInfo } from 'node:os';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';

/** What this process's account is called; null: it has no entry in the system's list. */
export function accountName(): string | null {
  try {
    return userInfo().username;
  } catch (error) {
    if (isFileSystemError(error)) return null;
    throw error;
  }
}
