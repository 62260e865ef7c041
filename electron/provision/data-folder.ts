import { closeSync, constants, fstatSync, lstatSync, openSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ProvisioningRefusal } from '../../shared/provisioning/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { asDiskFailure, type DiskFailure, type Owner } from './disk.ts';

/** A data folder, open as long as this process lives: what is done in it is done there, whoever renames what lies above it. */
export interface DataFolder {
  /** A path to the open folder itself. */
  readonly path: string;
  /** The kiosk's own account: the folder is its. */
  readonly owner: Owner;
}

/** User ids that may own a data folder, and the folders above it. */
export interface DataFolderOwners {
  readonly kiosk: readonly number[];
  readonly above: readonly number[];
}

type BadDataFolder = Extract<ProvisioningRefusal, { kind: 'bad-data-folder' }>;

/** Bits of a mode that let the group or everybody write. */
const OTHERS_WRITE = 0o022;
/** In such a folder nobody takes away or renames what is another's. */
const STICKY = 0o1000;

/** Opens a kiosk's data folder, into which root is to put something of another account's. Linux only. */
export function openDataFolder(
  named: string,
  owners: DataFolderOwners,
): Result<DataFolder, BadDataFolder | DiskFailure> {
  const path = resolve(named);
  const bad = (why: BadDataFolder['why']) =>
    err({ kind: 'bad-data-folder', why, path, unfinished: false } as const);
  try {
    // Whoever may write above it may put another folder in its place, with other first staff in it.
    if (isOpenAbove(path, owners.above)) return bad('open-to-others');
    const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
    const { uid, gid, mode } = fstatSync(folder);
    const isKiosks = owners.kiosk.includes(uid);
    if (isKiosks && (mode & OTHERS_WRITE) === 0)
      return ok({ path: `/proc/self/fd/${folder}`, owner: { uid, gid } });
    closeSync(folder);
    return bad(isKiosks ? 'open-to-others' : 'foreign-owner');
  } catch (error) {
    const failure = asDiskFailure(error, path);
    if (failure === null) throw error;
    if (failure.code === 'ENOENT') return bad('missing');
    return failure.code === 'ENOTDIR' || failure.code === 'ELOOP' ? bad('no-folder') : err(failure);
  }
}

/** Whether anybody but these could rename what lies above a path, as it is written or where links of theirs lead. */
function isOpenAbove(path: string, owners: readonly number[]): boolean {
  const real = join(realpathSync(dirname(path)), basename(path));
  return [...foldersAbove(path), ...foldersAbove(real)].some((folder) => {
    const found = lstatSync(folder);
    if (!owners.includes(found.uid)) return true;
    // The mode of a link says nothing.
    return !found.isSymbolicLink() && (found.mode & OTHERS_WRITE) !== 0 && (found.mode & STICKY) === 0;
  });
}

function foldersAbove(path: string): readonly string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
}
