import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { StartProblem } from '../../../shared/start/start-problem.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { readOpenFile } from '../../lib/file-systems/small-file.ts';
import {
  FIRST_STAFF_FILE,
  MOST_FIRST_STAFF_BYTES,
  TAKEN_FIRST_STAFF_FILE,
} from '../../lib/provisioning/first-staff-file.ts';

/** A file of first staff that is this account's alone. Nobody has looked at its signature yet. */
export interface WaitingFile {
  readonly bytes: Uint8Array;
  /** `taken`: by a start that was cut off, perhaps after it had set the kiosk up. */
  readonly as: 'waiting' | 'taken';
}

/** Why a file of first staff is not even read. */
export type UnprotectedFile = Pick<
  Extract<StartProblem, { readonly kind: 'unprotected-first-staff' }>,
  'why' | 'reason'
> & { readonly kind: 'unprotected' };

/** Bits of a mode that let the group or everybody read, write or run. */
const OTHERS = 0o077;

const takenPath = (dataFolder: string): string => join(dataFolder, TAKEN_FIRST_STAFF_FILE);
const waitingPath = (dataFolder: string): string => join(dataFolder, FIRST_STAFF_FILE);

/** Reads what waits in a data folder, or what a start that was cut off has taken; null: neither is there. */
export function readWaitingFile(dataFolder: string): Result<WaitingFile | null, UnprotectedFile> {
  const waiting = readOwnFile(waitingPath(dataFolder));
  if (!waiting.ok) return waiting;
  if (waiting.value !== null) return ok({ bytes: waiting.value, as: 'waiting' });
  const taken = readOwnFile(takenPath(dataFolder));
  if (!taken.ok) return taken;
  return ok(taken.value === null ? null : { bytes: taken.value, as: 'taken' });
}

/** Marks what waits as taken, in one step: whatever happens from here on, the next start knows what it is. @throws what the disk says. */
export function take(dataFolder: string): void {
  // Older ones, which a start was cut off with before root gave others.
  eraseTaken(dataFolder);
  renameSync(waitingPath(dataFolder), takenPath(dataFolder));
  syncFolder(dataFolder);
}

/** Overwrites what was taken where it lies, and removes it. Nothing where there is none. @throws what the disk says. */
export function eraseTaken(dataFolder: string): void {
  const path = takenPath(dataFolder);
  try {
    const file = openSync(path, constants.O_WRONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { size } = fstatSync(file);
      for (let at = 0; at < size; ) at += writeSync(file, Buffer.alloc(size - at), 0, size - at, at);
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
    unlinkSync(path);
    syncFolder(dataFolder);
  } catch (error) {
    if (!isFileSystemError(error) || error.code !== 'ENOENT') throw error;
  }
}

/** Names in this folder are on the disk from here on. @throws what the disk says. */
export function syncFolder(path: string): void {
  const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function readOwnFile(path: string): Result<Uint8Array | null, UnprotectedFile> {
  const refused = (why: UnprotectedFile['why'], reason: string) =>
    err({ kind: 'unprotected', why, reason } as const);
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = fstatSync(file);
      const unprotected = whyUnprotected(found);
      if (unprotected !== null) return err(unprotected);
      const read = readOpenFile(file, found.size, MOST_FIRST_STAFF_BYTES);
      return read.ok ? read : refused('too-large', `${read.error.bytes} bytes`);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    if (error.code === 'ENOENT') return ok(null);
    // A link, a socket, a device without a driver.
    const isNone = ['ELOOP', 'ENXIO', 'ENODEV'].includes(error.code);
    return refused(isNone ? 'no-file' : 'not-read', error.code);
  }
}

function whyUnprotected({ uid, mode, nlink }: Stats): UnprotectedFile | null {
  const refused = (why: UnprotectedFile['why'], reason: string) =>
    ({ kind: 'unprotected', why, reason }) as const;
  if ((mode & constants.S_IFMT) !== constants.S_IFREG) return refused('no-file', 'EISDIR');
  if (uid !== process.getuid?.()) return refused('foreign-owner', `user ${uid}`);
  if ((mode & OTHERS) !== 0) return refused('open-to-others', `mode ${(mode & 0o7777).toString(8)}`);
  return nlink === 1 ? null : refused('linked', `${nlink} names`);
}
