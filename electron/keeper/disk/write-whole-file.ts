import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SaveFault } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { PART } from './export-names.ts';
import { saveFaultOf, syncFolder, type WriteBytes, writeAll } from './onto-drive.ts';

/**
 * Writes a file whole or not at all: beside its place first, and there only once all of it is on the disk. People pull
 * sticks out at once: what they find is the whole file, or none. What a drive refuses is a value; then nothing of it is there, as far
 * as it still lets anything be removed.
 * @throws what `parts` throws; then nothing of it is there either.
 */
export function writeWholeFile(
  path: string,
  parts: Iterable<string>,
  writeBytes: WriteBytes = writeSync,
): Result<null, SaveFault | 'missing'> {
  try {
    replaceWhole(path, path + PART, parts, writeBytes);
    syncFolder(dirname(path));
    return ok(null);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err(saveFaultOf(error.code));
  }
}

/**
 * Writes `beside`, and has it take the place of `path` once all of it is on the disk: whoever reads that never sees half of it, also after a
 * power cut. The folder is not synced yet. @throws the file system's error, or what `parts` throws; then `path` is as it was, and `beside` gone
 * as far as that can be removed.
 */
export function replaceWhole(
  path: string,
  beside: string,
  parts: Iterable<string>,
  writeBytes: WriteBytes = writeSync,
): void {
  // A file of its own: whoever prepared the stick may have put a link there, to the vault or to what has no end.
  rmSync(beside, { force: true });
  const file = openSync(beside, 'wx', 0o600);
  try {
    try {
      for (const part of parts) writeAll(file, Buffer.from(part), writeBytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    removeIfThere(beside);
    throw error;
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The stick is gone, or takes nothing any more: what was thrown before says so.
  }
}
