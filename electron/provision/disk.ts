import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { readSmallFile } from '../lib/file-systems/small-file.ts';

/** Whose a file is. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * What applying a provisioning does to a disk, one call for each step, so that a test can cut the power in front of each. What
 * a disk refuses is thrown as the system says it.
 */
export interface Disk {
  isThere(path: string): boolean;
  /** Null: there is no file that could be read so. */
  read(path: string): Uint8Array | null;
  /** A folder that everybody may read, in the place of nothing. The umask has to let them. */
  makeFolder(path: string): void;
  /** A new file that is whole on the disk when this returns; its name is not until its folder is synced. */
  create(path: string, bytes: Uint8Array, mode: number, owner: Owner | null): void;
  /** In one step, over what is there. */
  rename(from: string, to: string): void;
  /** Gives another name to what is a folder, in a place where only a file can be put. Nothing for anything else. */
  moveAside(path: string): void;
  /** Overwrites a file's bytes where they lie, and removes it. A folder is moved aside. Nothing where there is none. */
  erase(path: string): void;
  /** Removes a folder with the files in it. Nothing where there is none. */
  removeFolder(path: string): void;
  /** Names in a folder are on the disk from here on. */
  syncFolder(path: string): void;
}

/** A plan has one path in it. */
const MOST_READ = 8 * 1024;

/** This computer's disk. */
export const machineDisk: Disk = {
  isThere: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  read(path) {
    const read = readSmallFile(path, MOST_READ);
    return read.ok ? read.value : null;
  },
  // With its mode from the first moment: the launcher looks into it from another account.
  makeFolder: (path) => mkdirSync(path, { mode: 0o755 }),
  create(path, bytes, mode, owner) {
    withOpen(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, (file) => {
      writeAll(file, bytes);
      fchmodSync(file, mode);
      if (owner !== null) fchownSync(file, owner.uid, owner.gid);
      fsyncSync(file);
    });
  },
  rename: renameSync,
  moveAside,
  erase(path) {
    moveAside(path);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return;
    // A link, a pipe: only taken away.
    if (found.isFile())
      withOpen(path, constants.O_WRONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK, overwrite);
    unlinkSync(path);
  },
  removeFolder(path) {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
    for (const name of readdirSync(path)) unlinkSync(`${path}/${name}`);
    rmdirSync(path);
  },
  syncFolder: (path) => withOpen(path, constants.O_RDONLY | constants.O_DIRECTORY, fsyncSync),
};

/** With whatever is in it: the kiosk's account may have put it there, and nobody else knows what it is. */
function moveAside(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  renameSync(path, `${path}.aside-${randomBytes(4).toString('hex')}`);
}

function overwrite(file: number): void {
  const { size, nlink } = fstatSync(file);
  // Under another name it is somebody else's as well.
  if (nlink > 1) return;
  writeAll(file, Buffer.alloc(size));
  fdatasyncSync(file);
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength; ) at += writeSync(file, bytes, at, bytes.byteLength - at, at);
}

function withOpen(path: string, flags: number, use: (file: number) => void): void {
  const file = openSync(path, flags, 0o600);
  try {
    use(file);
  } finally {
    closeSync(file);
  }
}

/** What a disk said that took no write. */
export interface DiskFailure {
  readonly kind: 'disk';
  readonly path: string;
  readonly code: string;
}

/** What was thrown as a disk's failure; null: it was no disk that threw it. `path`: where, if it doesn't say so itself. */
export function asDiskFailure(error: unknown, path: string): DiskFailure | null {
  if (!isFileSystemError(error)) return null;
  const said = 'path' in error && typeof error.path === 'string' ? error.path : path;
  return { kind: 'disk', path: said, code: error.code };
}
