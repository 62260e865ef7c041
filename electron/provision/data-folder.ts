import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import type { ProvisioningRefusal } from '../../shared/provisioning/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import type { Owner } from './disk.ts';

/** A data folder, open as long as this process lives: what is done in it is done there, whoever renames what lies above it. */
export interface DataFolder {
  /** A path to the open folder itself. */
  readonly path: string;
  /** The kiosk's own account: the folder is its. */
  readonly owner: Owner;
}

type BadDataFolder = Extract<ProvisioningRefusal, { kind: 'bad-data-folder' }>;

/** Bits of a mode that let the group or everybody write. */
const OTHERS_WRITE = 0o022;

/**
 * Opens a kiosk's data folder, into which root is to put something of another account's. Linux only. `rootMayRun`: of an
 * evaluation package, whose kiosk root may start.
 */
export function openDataFolder(path: string, rootMayRun: boolean): Result<DataFolder, BadDataFolder> {
  const bad = (why: BadDataFolder['why']) => err({ kind: 'bad-data-folder', why, path } as const);
  try {
    const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
    const { uid, gid, mode } = fstatSync(folder);
    const refused =
      uid === 0 && !rootMayRun ? bad('of-root') : (mode & OTHERS_WRITE) === 0 ? null : bad('open-to-others');
    if (refused === null) return ok({ path: `/proc/self/fd/${folder}`, owner: { uid, gid } });
    closeSync(folder);
    return refused;
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    if (error.code === 'ENOENT') return bad('missing');
    if (error.code === 'ENOTDIR' || error.code === 'ELOOP') return bad('no-folder');
    throw error;
  }
}
