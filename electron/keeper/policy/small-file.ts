import { readFileSync, statSync } from 'node:fs';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';

/** Why a file is not even read. */
export type UnreadFailure =
  | { readonly kind: 'missing' }
  /** A folder, a pipe or a device. */
  | { readonly kind: 'no-file' }
  /** `code`: errno's name. */
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'too-large'; readonly bytes: number };

/** The bytes of a file that somebody put there by hand, if it is one and not larger than `most`. */
export function readSmallFile(path: string, most: number): Result<Uint8Array, UnreadFailure> {
  try {
    const file = statSync(path);
    // Opening a pipe would wait for somebody to write into it.
    if (!file.isFile()) return err({ kind: 'no-file' });
    if (file.size > most) return err({ kind: 'too-large', bytes: file.size });
    return ok(readFileSync(path));
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err(
      error.code === 'ENOENT' || error.code === 'ENOTDIR'
        ? { kind: 'missing' }
        : { kind: 'unreadable', code: error.code },
    );
  }
}
