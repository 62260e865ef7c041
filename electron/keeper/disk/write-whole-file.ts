import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { PART } from './export-names.ts';
import { syncFolder, type WriteBytes, writeAll } from './onto-drive.ts';

/**
 * Writes a file whole or not at all: beside its place first, and there only once all of it is on the disk. People pull
 * sticks out at once: what they find is the whole file, or none.
 * @throws the file system's errors; then nothing of it is there, as far as the disk still lets anything be removed.
 */
export function writeWholeFile(
  path: string,
  parts: Iterable<string>,
  writeBytes: WriteBytes = writeSync,
): void {
  const beside = path + PART;
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
    syncFolder(dirname(path));
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
