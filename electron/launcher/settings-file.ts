import { closeSync, constants, fstatSync, lstatSync, openSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { err, type Result } from '../../shared/result.ts';
import { MOST_SETTINGS_BYTES } from '../../shared/settings/read-settings.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { readOpenFile } from '../lib/file-systems/small-file.ts';

/** Why a settings file is not even read. */
export type SettingsFileProblem = Extract<
  StartProblem,
  { readonly kind: 'no-settings' | 'unprotected-settings' | 'unreadable-settings' }
>;

/** Bits of a mode that let the group or everybody write. */
const OTHERS_WRITE = 0o022;

/**
 * The bytes of the settings file, if nobody but its `owners` (user ids) can change it: neither the file, nor the folder, in
 * which another file could be put in its place. A settings file says where the vault lies and what a kiosk trusts.
 */
export function readSettingsFile(
  path: string,
  owners: readonly number[],
): Result<Uint8Array, SettingsFileProblem> {
  try {
    // Looked at first: of a link in a stranger's folder nobody needs to know where it leads.
    const folder = protectionOf(dirname(path), lstatSync(dirname(path)), owners);
    if (folder !== null) return err(folder);
    // Opening a pipe would else wait for somebody to write into it.
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = fstatSync(file);
      const problem = protectionOf(path, found, owners);
      if (problem !== null) return err(problem);
      if (!found.isFile())
        return err({ kind: 'unreadable-settings', why: 'no-file', path, reason: 'EISDIR' });
      const read = readOpenFile(file, found.size, MOST_SETTINGS_BYTES);
      return read.ok ? read : err({ ...tooLarge(path), reason: `${read.error.bytes} bytes` });
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err(whyNotOpened(path, error.code));
  }
}

function tooLarge(path: string) {
  return { kind: 'unreadable-settings', why: 'too-large', path } as const;
}

function whyNotOpened(path: string, code: string): SettingsFileProblem {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'no-settings', path };
    case 'ELOOP':
      return { kind: 'unprotected-settings', why: 'link', path, reason: code };
    // A socket, or a device without a driver.
    case 'ENXIO':
    case 'ENODEV':
      return { kind: 'unreadable-settings', why: 'no-file', path, reason: code };
    default:
      return { kind: 'unreadable-settings', why: 'not-read', path, reason: code };
  }
}

function protectionOf(path: string, found: Stats, owners: readonly number[]): SettingsFileProblem | null {
  const at = { kind: 'unprotected-settings', path } as const;
  if (found.isSymbolicLink()) return { ...at, why: 'link', reason: 'symbolic link' };
  if (!owners.includes(found.uid)) return { ...at, why: 'foreign-owner', reason: `user ${found.uid}` };
  const mode = found.mode & 0o7777;
  return (mode & OTHERS_WRITE) === 0 ? null : { ...at, why: 'writable', reason: `mode ${mode.toString(8)}` };
}
