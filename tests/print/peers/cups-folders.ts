import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CupsPaths } from './cups-configuration.ts';

/** Where Debian keeps CUPS' helpers. */
const SYSTEM_SERVER_BIN = '/usr/lib/cups';
/** One program under two names. */
const SYSTEM_BACKENDS = ['ipp', 'ipps'] as const;
/** The memory that every Linux offers as a folder. */
export const MEMORY = '/dev/shm';
/** Of `statfs`, for tmpfs. */
const TMPFS_MAGIC = 0x01021994;
/** The user `lp` of every Debian, as whom cupsd runs filters and backends when it is root. */
const LP = 7;

export const isRoot = process.getuid?.() === 0;

/** A folder's file system must be the memory, or a test of what stays on the disk says nothing. */
export function requireTmpfs(folder: string): void {
  if (statfsSync(folder).type !== TMPFS_MAGIC) throw new Error(`${folder} is no tmpfs`);
}

/**
 * Filters run as another user when cupsd is root, and that user must get into `folder`: mkdtemp makes folders
 * for their owner only. Opened are folders of tests, never one that was there before them.
 */
export function letPass(folder: string): void {
  if (!isRoot) return;
  for (let each = folder; each !== dirname(each); each = dirname(each)) {
    const { mode } = statSync(each);
    if ((mode & 0o001) !== 0) continue;
    if (!isTemporary(each)) throw new Error(`CUPS' filters run as lp, who may not enter ${each}`);
    chmodSync(each, mode | 0o011);
  }
}

function isTemporary(folder: string): boolean {
  return [tmpdir(), MEMORY].some((top) => folder.startsWith(`${top}/`));
}

/** Makes the folders, with the owners that cupsd wants of them. */
export function makeFolders(paths: CupsPaths): void {
  const { serverRoot, serverBin, run, logs, requestRoot, tempDir, cacheDir } = paths;
  for (const each of [serverRoot, join(serverRoot, 'ppd'), run, join(run, 'certs'), logs, serverBin]) {
    mkdirSync(each, { recursive: true, mode: 0o755 });
  }
  const modes = [
    [requestRoot, 0o710],
    [tempDir, 0o1770],
    [cacheDir, 0o770],
  ] as const;
  for (const [folder, mode] of modes) {
    mkdirSync(folder, { recursive: true });
    if (isRoot) chownSync(folder, 0, LP);
    // Of its own, because mkdir subtracts the umask.
    chmodSync(folder, mode);
  }
}

/** A ServerBin of links to the system's helpers, and our backends beside its own. */
export function assembleServerBin(serverBin: string, backends: Readonly<Record<string, string>>): void {
  const backendFolder = join(serverBin, 'backend');
  mkdirSync(backendFolder);
  for (const part of ['daemon', 'filter']) {
    symlinkSync(join(SYSTEM_SERVER_BIN, part), join(serverBin, part));
  }
  for (const name of SYSTEM_BACKENDS) {
    const program = join(SYSTEM_SERVER_BIN, 'backend', 'ipp');
    accessSync(program, constants.X_OK);
    symlinkSync(program, join(backendFolder, name));
  }
  for (const [name, text] of Object.entries(backends)) {
    const file = join(backendFolder, name);
    writeFileSync(file, text);
    // CUPS refuses one that others could change, and runs one that others may not run as root.
    chmodSync(file, 0o755);
  }
}
