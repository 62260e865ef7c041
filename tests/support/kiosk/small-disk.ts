import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of a few megabytes under a kiosk's files: a tmpfs, which nobody but root can mount. */
export interface SmallDisk {
  /** For the kiosk's files. */
  readonly dataFolder: string;
  /** Leaves room for the list of sessions, by which a test finds the one on the screen, and for nothing of an application. */
  fill(): void;
  makeRoom(): void;
  end(): void;
}

const BYTES = 32 * 1024 * 1024;
const LEFT_BYTES = 64 * 1024;
const block = Buffer.alloc(4096);

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Null where nothing can be mounted. */
export function mountSmallDisk(folder: string): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${BYTES}`, 'tmpfs', folder]).status !== 0) return null;
  const filler = join(folder, 'filler');
  return {
    dataFolder: join(folder, 'data'),
    fill() {
      const file = openSync(filler, 'w');
      try {
        while (freeBytes(folder) > LEFT_BYTES) writeSync(file, block);
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler),
    end: () => void spawnSync('umount', ['--lazy', folder]),
  };
}
