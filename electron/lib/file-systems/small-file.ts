import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from './file-system-error.ts';

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
      return readOpenFile(file, found.size, most);
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

/**
 * The bytes of an open file up to its end, if they are not more than `most`. `size`: what it claims. Room for one byte more than
 * that: where it is filled, the file is larger than it says.
 */
export function readOpenFile(
  file: number,
  size: number,
  most: number,
): Result<Uint8Array, Extract<UnreadFailure, { readonly kind: 'too-large' }>> {
  if (size > most) return err({ kind: 'too-large', bytes: size });
  let bytes = Buffer.alloc(size + 1);
  for (let length = 0; ; ) {
    const read = readSync(file, bytes, length, bytes.byteLength - length, null);
    if (read === 0) return ok(bytes.subarray(0, length));
    length += read;
    if (length > most) return err({ kind: 'too-large', bytes: length });
    if (length === bytes.byteLength) bytes = withRoom(bytes, Math.min(2 * length, most + 1));
  }
}

function withRoom(bytes: Uint8Array, length: number): Buffer<ArrayBuffer> {
  const larger = Buffer.alloc(length);
  larger.set(bytes);
  return larger;
}
