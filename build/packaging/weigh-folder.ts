import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a folder holds. */
export interface FolderWeight {
  readonly bytes: number;
  readonly files: number;
}

/** Weighs a folder with all that is below it. */
export async function weighFolder(folder: string): Promise<FolderWeight> {
  let bytes = 0;
  let files = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    bytes += (await stat(join(entry.parentPath, entry.name))).size;
    files += 1;
  }
  return { bytes, files };
}

/** The same as people read it: "407 MB in 110 files". */
export async function describeFolder(folder: string): Promise<string> {
  const { bytes, files } = await weighFolder(folder);
  return `${Math.round(bytes / 1e6)} MB in ${files} files`;
}
