import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { PART } from './export-names.ts';

/** Writes so many bytes of `content` from `at`, and answers how many it has; as `writeSync`. */
type WriteBytes = (file: number, content: Uint8Array, at: number, length: number) => number;

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

/** All of it: at the end of a drive one write takes a part, and says so by its answer alone. */
function writeAll(file: number, content: Uint8Array, writeBytes: WriteBytes): void {
  for (let at = 0; at < content.byteLength; at += writeBytes(file, content, at, content.byteLength - at));
}

/** The name as well, or a power cut takes it away. Windows cannot sync a folder; builds for it do not go live. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch (error) {
    // Some file systems of sticks sync files alone.
    if (!isFileSystemError(error) || error.code !== 'EINVAL') throw error;
  } finally {
    closeSync(folder);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The stick is gone, or takes nothing any more: what was thrown before says so.
  }
}
