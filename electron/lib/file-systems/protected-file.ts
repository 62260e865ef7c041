import { closeSync, constants, fstatSync, lstatSync, openSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { err, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from './file-system-error.ts';
import { readOpenFile } from './small-file.ts';

/** Why a file that decides what a kiosk does is not read. `path`: the file, or the folder that it lies in. */
export type ProtectedFileFailure =
  | { readonly kind: 'missing' }
  /** Somebody else than its owners could change it. */
  | {
      readonly kind: 'unprotected';
      readonly why: 'link' | 'foreign-owner' | 'writable';
      readonly path: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'unreadable';
      readonly why: 'no-file' | 'too-large' | 'not-read';
      readonly path: string;
      readonly reason: string;
    };

/** Bits of a mode that let the group or everybody write. */
const OTHERS_WRITE = 0o022;

/**
 * The bytes of a file, if nobody but its `owners` (user ids) can change it: neither the file, nor the folder, in which another
 * file could be put in its place. `most`: bytes.
 */
export function readProtectedFile(
  path: string,
  owners: readonly number[],
  most: number,
): Result<Uint8Array, ProtectedFileFailure> {
  try {
    // Looked at first: of a link in a stranger's folder nobody needs to know where it leads.
    const folder = whyUnprotected(dirname(path), lstatSync(dirname(path)), owners);
    if (folder !== null) return err(folder);
    // Opening a pipe would else wait for somebody to write into it.
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = fstatSync(file);
      const problem = whyUnprotected(path, found, owners);
      if (problem !== null) return err(problem);
      if (!found.isFile()) return err({ kind: 'unreadable', why: 'no-file', path, reason: 'EISDIR' });
      const read = readOpenFile(file, found.size, most);
      if (read.ok) return read;
      return err({ kind: 'unreadable', why: 'too-large', path, reason: `${read.error.bytes} bytes` });
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err(whyNotOpened(path, error.code));
  }
}

function whyNotOpened(path: string, code: string): ProtectedFileFailure {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' };
    case 'ELOOP':
      return { kind: 'unprotected', why: 'link', path, reason: code };
    // A socket, or a device without a driver.
    case 'ENXIO':
    case 'ENODEV':
      return { kind: 'unreadable', why: 'no-file', path, reason: code };
    default:
      return { kind: 'unreadable', why: 'not-read', path, reason: code };
  }
}

/** Why a file or a folder could be changed by others than its owners; null: it couldn't. */
export function whyUnprotected(
  path: string,
  found: Stats,
  owners: readonly number[],
): Extract<ProtectedFileFailure, { kind: 'unprotected' }> | null {
  const at = { kind: 'unprotected', path } as const;
  if (found.isSymbolicLink()) return { ...at, why: 'link', reason: 'symbolic link' };
  if (!owners.includes(found.uid)) return { ...at, why: 'foreign-owner', reason: `user ${found.uid}` };
  const mode = found.mode & 0o7777;
  return (mode & OTHERS_WRITE) === 0 ? null : { ...at, why: 'writable', reason: `mode ${mode.toString(8)}` };
}
