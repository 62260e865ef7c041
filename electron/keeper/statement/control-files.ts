import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { CHUNK_BYTES } from './read-through.ts';

const TOKEN_BYTES = 32;
/** Half of the token lies in the second piece that is read: finding it also proves the reading across pieces. */
const TOKEN_AT = CHUNK_BYTES - TOKEN_BYTES / 2;

/** Files that a search must find, or it has not searched. */
export interface ControlFiles {
  readonly token: Uint8Array;
  /** Whether this is one of them. */
  isOne(path: Buffer): boolean;
  /** A hit of the token. */
  found(path: Buffer, position: number): void;
  /** One of them was met, and was taken for a file that this kiosk did not make, as it is. */
  met(path: Buffer): void;
  /** Each was met once, and the token was found exactly there and nowhere else. */
  areAllFound(): boolean;
  /** False: one is still there. */
  remove(): Promise<boolean>;
}

/**
 * Plants a file with the same random bytes in each folder. Null: one could not be planted, and none is left.
 * @throws defects; then none is left either.
 */
export async function plantControlFiles(folders: readonly string[]): Promise<ControlFiles | null> {
  const token = randomBytes(TOKEN_BYTES);
  const paths = folders.map((folder) => join(folder, `statement-control-${randomBytes(8).toString('hex')}`));
  const met = new Set<string>();
  const found = new Set<string>();
  let isElsewhere = false;
  const content = Buffer.concat([Buffer.alloc(TOKEN_AT), token]);
  const control: ControlFiles = {
    token,
    isOne: (path) => paths.includes(path.toString()),
    met: (path) => void met.add(path.toString()),
    found(path, position) {
      const text = path.toString();
      if (!paths.includes(text) || position !== TOKEN_AT || found.has(text)) isElsewhere = true;
      found.add(text);
    },
    areAllFound: () => !isElsewhere && paths.every((path) => met.has(path) && found.has(path)),
    async remove() {
      const removals = paths.map((path) => succeeds(() => rm(path, { force: true })));
      // Whatever becomes of one, each of the others is gone before anything is said.
      await Promise.allSettled(removals);
      return (await Promise.all(removals)).every((each) => each);
    },
  };
  let isPlanted = false;
  try {
    isPlanted = await plantAll(paths, content);
  } finally {
    if (!isPlanted) await control.remove();
  }
  return isPlanted ? control : null;
}

async function plantAll(paths: readonly string[], content: Uint8Array): Promise<boolean> {
  for (const path of paths)
    if (!(await succeeds(() => writeFile(path, content, { flag: 'wx', mode: 0o600 })))) return false;
  return true;
}

/** Whether the disk takes it: where it does not, the control does not stand, and the statement says so. */
async function succeeds(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return false;
  }
}
