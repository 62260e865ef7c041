import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
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

/**
 * The bytes of a file that somebody put there by hand, if it is one and not larger than `most`. Nothing more is read
 * whatever its size claims to be: some files of the system have no end and say that they are empty.
 */
export function readSmallFile(path: string, most: number): Result<Uint8Array, UnreadFailure> {
  try {
    // Opening a pipe would else wait for somebody to write into it.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = fstatSync(file);
      if (!found.isFile()) return err({ kind: 'no-file' });
      if (found.size > most) return err({ kind: 'too-large', bytes: found.size });
      const bytes = Buffer.alloc(most + 1);
      let length = 0;
      for (let read = -1; read !== 0 && length <= most; length += read)
        read = readSync(file, bytes, length, most + 1 - length, null);
      return length > most ? err({ kind: 'too-large', bytes: length }) : ok(bytes.subarray(0, length));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err(
      error.code === 'ENOENT' || error.code === 'ENOTDIR'
        ? { kind: 'missing' }
        : { kind: 'unreadable', code: error.code },
    );
  }
}
