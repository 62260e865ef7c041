import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DriveFault } from '../../../shared/production/faults.ts';
import { manifestOf } from '../../../shared/production/manifest.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { UNFINISHED } from '../disk/export-names.ts';

/** A manifest is a quarter of this. */
const MANIFEST_ROOM = 4096;

/** Writes so many bytes of `content` from `at` to the same place of a file, and answers how many it has; as `writeSync`. */
type WriteBytes = (file: number, content: Uint8Array, at: number, length: number, place: number) => number;

/**
 * Writes an encrypted application and its manifest into a folder. First the room for both is taken, with zeros: a full
 * drive refuses before anything is told. Then `record` tells the ledger and answers the manifest, or null: the ledger does
 * not take it now (`not-recorded`). Only after that a byte of the person leaves the kiosk. Both get their names at last, the manifest after what it is about.
 *
 * A drive that goes in between has nothing with a manifest. `incomplete`: after the ledger was told.
 * @throws what `record` throws; then nothing is left here.
 */
export function writeProduction(
  folder: string,
  file: string,
  sealed: Uint8Array,
  record: () => string | null,
  writeBytes: WriteBytes = writeSync,
): Result<{ readonly manifest: string }, DriveFault | 'not-recorded'> {
  const manifest = manifestOf(file);
  const paths = [join(folder, file), join(folder, manifest)] as const;
  const [packagePath, manifestPath] = paths;
  let isRecorded = false;
  let isWhole = false;
  try {
    takeRoom(packagePath, sealed.byteLength, writeBytes);
    takeRoom(manifestPath, MANIFEST_ROOM, writeBytes);
    syncFolder(folder);
    const text = record();
    if (text === null) return err('not-recorded');
    isRecorded = true;
    fill(packagePath, sealed, writeBytes);
    fill(manifestPath, Buffer.from(text), writeBytes);
    renameSync(packagePath + UNFINISHED, packagePath);
    syncFolder(folder);
    renameSync(manifestPath + UNFINISHED, manifestPath);
    syncFolder(folder);
    isWhole = true;
    return ok({ manifest });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err(isRecorded ? 'incomplete' : faultOf(error.code));
  } finally {
    if (!isWhole) for (const path of paths) leaveNothing(path);
  }
}

function faultOf(code: string): DriveFault {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'read-only' : 'failed';
}

/** A new file of so many zeros, on the drive. Neither follows a link nor writes over anything. */
function takeRoom(path: string, bytes: number, writeBytes: WriteBytes): void {
  const file = openSync(path + UNFINISHED, 'wx', 0o600);
  try {
    write(file, Buffer.alloc(bytes), writeBytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function fill(path: string, content: Uint8Array, writeBytes: WriteBytes): void {
  const file = openSync(path + UNFINISHED, 'r+');
  try {
    write(file, content, writeBytes);
    ftruncateSync(file, content.byteLength);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** All of it: one write may take a part. */
function write(file: number, content: Uint8Array, writeBytes: WriteBytes): void {
  for (let at = 0; at < content.byteLength; at += writeBytes(file, content, at, content.byteLength - at, at));
}

/** The names are on the drive as well, as far as its file system knows how to say so. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } catch (error) {
    // Some file systems of drives sync files alone.
    if (!isFileSystemError(error) || error.code !== 'EINVAL') throw error;
  } finally {
    closeSync(opened);
  }
}

/** As far as the drive is still there: what stays has no manifest, or not its name. */
function leaveNothing(path: string): void {
  for (const each of [path, path + UNFINISHED]) {
    try {
      if (existsSync(each)) rmSync(each, { force: true });
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
    }
  }
}
