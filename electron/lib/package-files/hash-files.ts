import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isFileSystemError } from '../file-systems/file-system-error.ts';

/** What stands for a link, a pipe or a device, and for a file that can't be read: no hash looks like it. */
const NO_HASH = '';

/** SHA-256 in hexadecimal of every file below a folder, by its path from there, in the order of the paths. */
export async function hashFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }));
  const hashes = new Map<string, string>();
  for (const { path, isFile } of paths.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hashes.set(relative(folder, path), isFile ? await hashOf(path) : NO_HASH);
  }
  return hashes;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch (error) {
    if (isFileSystemError(error)) return NO_HASH;
    throw error;
  }
}
