import { accessSync, constants, existsSync, lstatSync, mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { DATA_FOLDER_FILES, KIOSK_FILES, RECORDS } from './kiosk-files.ts';

/**
 * Why nothing can be kept in a place. `path` is what is in the way: the folder, a file in it, or what lies above
 * it. `unwritable`: the system refused; `code` is errno's name.
 */
export type PlaceFailure =
  | {
      readonly kind:
        | 'foreign-owner'
        | 'open-to-others'
        | 'not-a-folder'
        | 'not-a-plain-file'
        | 'dangling-link';
      readonly path: string;
    }
  | { readonly kind: 'unwritable'; readonly path: string; readonly code: string };

/**
 * What a kiosk keeps in its folder under lock, and the records by which a start ends the processes of a dead keeper, removes their
 * folders, and has legal holds stand again; what lies beside them is written anew or read by nobody.
 */
const OURS = [
  ...[KIOSK_FILES.vault, KIOSK_FILES.ledger].flatMap((name) => [name, `${name}-journal`]),
  KIOSK_FILES.keys,
  KIOSK_FILES.signing,
  ...Object.values(RECORDS).flatMap((name) => [name, `${name}.next`]),
];

/**
 * What a start reads or writes before or beside the databases: a pipe in the place of one of them would keep the keeper waiting for good, and
 * a link would have it write elsewhere. Files of a first staff are looked at by whoever takes them.
 */
const RECORDS_OF_OURS = DATA_FOLDER_FILES.filter(
  ({ kind }) => kind !== 'first-staff' && kind !== 'not-set-up',
)
  .flatMap(({ names }) => names)
  // Of these whoever opens them says which file it is.
  .filter((name) => !Object.values<string>(KIOSK_FILES).includes(name));

/** Other accounts that may write here may put another file in the place of any, whatever the file itself lets them do. */
const OTHERS_WRITE = 0o022;

/**
 * Makes the data folder where there is none, and looks whether this account may read and write it and what the
 * kiosk keeps in it. Asked before any file is opened: a database says only that it did not open.
 */
export function prepareDataFolder(path: string): Result<null, PlaceFailure> {
  try {
    const inTheWay = whatIsInTheWay(path);
    if (inTheWay !== null) return err(inTheWay);
    makeFolder(path);
    const folder = failureAt(path, statSync(path), constants.R_OK | constants.W_OK | constants.X_OK);
    if (folder !== null) return err(folder);
    const special = RECORDS_OF_OURS.map((name) => join(path, name)).find(isSpecial);
    if (special !== undefined) return err({ kind: 'not-a-plain-file', path: special });
    for (const name of OURS) {
      const file = join(path, name);
      const found = lstatSync(file, { throwIfNoEntry: false });
      // Whatever is no plain file is refused by whoever opens it.
      if (found === undefined || !found.isFile()) continue;
      const failure = failureAt(file, found, constants.R_OK | constants.W_OK);
      if (failure !== null) return err(failure);
    }
    return ok(null);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err({ kind: 'unwritable', path, code: error.code });
  }
}

/** One at a time: of several at once Node says on a disk that is read-only that one is missing (ENOENT). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** From the folder upwards to the first thing that is there: it must be a folder, or a link to one. */
function whatIsInTheWay(path: string): PlaceFailure | null {
  for (let at = path; ; at = dirname(at)) {
    const found = statOf(at);
    if (found === 'nothing') {
      if (dirname(at) === at) return null;
      continue;
    }
    if (found === 'dangling') return { kind: 'dangling-link', path: at };
    return found.isDirectory() ? null : { kind: 'not-a-folder', path: at };
  }
}

function isSpecial(path: string): boolean {
  const found = lstatIfThere(path);
  return found !== undefined && !found.isFile();
}

function statOf(path: string): Stats | 'nothing' | 'dangling' {
  try {
    return statSync(path);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    // ENOTDIR: something above is a file; the way up finds it.
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR' && error.code !== 'ELOOP') throw error;
    const link = lstatIfThere(path);
    return link === undefined ? 'nothing' : 'dangling';
  }
}

function lstatIfThere(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isFileSystemError(error) && (error.code === 'ENOTDIR' || error.code === 'ELOOP')) return undefined;
    throw error;
  }
}

/** Whose it is comes first: for a stranger's folder more rights are the wrong remedy, even where root has them. */
function failureAt(path: string, found: Stats, mode: number): PlaceFailure | null {
  const self = process.getuid?.();
  if (self !== undefined && found.uid !== self) return { kind: 'foreign-owner', path };
  if ((found.mode & OTHERS_WRITE) !== 0) return { kind: 'open-to-others', path };
  try {
    accessSync(path, mode);
    return null;
  } catch (error) {
    if (isFileSystemError(error)) return { kind: 'unwritable', path, code: error.code };
    throw error;
  }
}
