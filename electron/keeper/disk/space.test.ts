import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DISK_NEEDED_BYTES, MEGABYTE, MEMORY_NEEDED_BYTES } from '../../lib/file-systems/space-needs.ts';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { createSpace } from './space.ts';

/** A real tmpfs of that size, or null where nothing can be mounted. */
function smallFileSystem(bytes: number): string | null {
  const folder = join(temporaryFolder(), 'small');
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]).status !== 0) return null;
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

describe.skipIf(!isRoot)('room on a real file system', () => {
  it.each([
    ['disk', DISK_NEEDED_BYTES],
    ['memory', MEMORY_NEEDED_BYTES],
  ] as const)(
    '%s: is short from the first byte below the limit, and back when it is free again',
    (place, needed) => {
      const small = smallFileSystem(needed + MEGABYTE);
      if (small === null) return console.warn('NOT RUN: mounts are not allowed here');
      const large = temporaryFolder();
      const space = place === 'disk' ? createSpace(small, large) : createSpace(large, small);
      expect(space.shortage()).toBeNull();
      const filler = join(small, 'filler');
      writeFileSync(filler, Buffer.alloc(MEGABYTE));
      expect(space.shortage()).toBeNull();
      writeFileSync(filler, Buffer.alloc(MEGABYTE + 4096));
      const neededMegabytes = needed / MEGABYTE;
      expect(space.shortage()).toEqual({ place, freeMegabytes: neededMegabytes - 1, neededMegabytes });
      rmSync(filler);
      expect(space.shortage()).toBeNull();
    },
  );
});

it('a folder that is gone is no shortage: that its files are gone is told by others', () => {
  const gone = join(temporaryFolder(), 'gone');
  expect(createSpace(gone, gone).shortage()).toBeNull();
});
