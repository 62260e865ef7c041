import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Whether a folder is an Electron distribution of this version. */
export async function holdsVersion(folder: string, version: string): Promise<boolean> {
  try {
    return (await readFile(path.join(folder, 'version'), 'utf8')).trim().replace(/^v/, '') === version;
  } catch {
    return false;
  }
}
