import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** The size of all files below a folder: how one sees from outside whether a download moves. */
export async function bytesBelow(folder: string): Promise<number> {
  let sum = 0;
  try {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) sum += await sizeOf(path.join(entry.parentPath, entry.name));
    }
  } catch {
    // The folder changes while it is read: what vanished counts nothing, and the next look counts again.
  }
  return sum;
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await lstat(file)).size;
  } catch {
    return 0;
  }
}
