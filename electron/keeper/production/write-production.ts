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
import { saveFaultOf, syncFolder, type WriteBytes, writeAll } from '../disk/onto-drive.ts';

/** A manifest is a quarter of this. */
const MANIFEST_ROOM = 4096;

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
    if (isRecorded) return err('incomplete');
    const fault = saveFaultOf(error.code);
    return err(fault === 'missing' ? 'failed' : fault);
  } finally {
    if (!isWhole) for (const path of paths) leaveNothing(path);
  }
}

/** A new file of so many zeros, on the drive. Neither follows a link nor writes over anything. */
function takeRoom(path: string, bytes: number, writeBytes: WriteBytes): void {
  const file = openSync(path + UNFINISHED, 'wx', 0o600);
  try {
    writeAll(file, Buffer.alloc(bytes), writeBytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function fill(path: string, content: Uint8Array, writeBytes: WriteBytes): void {
  const file = openSync(path + UNFINISHED, 'r+');
  try {
    writeAll(file, content, writeBytes);
    ftruncateSync(file, content.byteLength);
    fsyncSync(file);
  } finally {
    closeSync(file);
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
