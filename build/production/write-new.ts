import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { type WriteBytes, writeAll } from '../../electron/keeper/disk/onto-drive.ts';

/**
 * Writes a new file, whole and on the disk, or leaves nothing of it. Neither follows a link nor writes over anything.
 * @throws what the file system throws.
 */
export function writeNew(path: string, content: Uint8Array, mode: number, writeBytes: WriteBytes): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeAll(file, content, writeBytes);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}
