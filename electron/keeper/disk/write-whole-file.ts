import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all: beside its place first, and there only once all of it is on the disk. People pull
 * sticks out at once: what they find is the whole file, or none.
 * @throws the file system's errors; then nothing of it is there, as far as the disk still lets anything be removed.
 */
export function writeWholeFile(path: string, parts: Iterable<string>): void {
  const beside = `${path}.part`;
  const file = openSync(beside, 'w', 0o600);
  try {
    try {
      for (const part of parts) writeSync(file, part);
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

/** The name as well, or a power cut takes it away. Windows cannot sync a folder; builds for it do not go live. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
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
