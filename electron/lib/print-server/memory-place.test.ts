import { chmodSync, mkdirSync, statfsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asOrdinaryUser, diskFolder, memoryFolder } from '../../print/spool/spool.test-support.ts';
import { fileSystemOf, isMemory } from './memory-place.ts';

function folderAt(...names: readonly [string, ...string[]]): string {
  const path = join(...names);
  mkdirSync(path, { recursive: true });
  return path;
}

/** Closes a folder to everybody but root, as cupsd closes its spool; sure that it works. */
function closed(folder: string, inside: string): void {
  chmodSync(folder, 0o000);
  expect(() => asOrdinaryUser(() => statfsSync(inside))).toThrow(/EACCES/);
}

describe('the file system of a folder', () => {
  it('is tmpfs in memory, and the name of another one on a disk', () => {
    expect(fileSystemOf(memoryFolder())).toBe('tmpfs');
    const disk = fileSystemOf(diskFolder());
    expect(disk).toMatch(/^[a-z0-9]+$/);
    expect(['tmpfs', 'ramfs', 'unknown']).not.toContain(disk);
  });

  it('is that of the folder a link leads to', () => {
    const [memory, disk] = [memoryFolder(), diskFolder()];
    symlinkSync(disk, join(memory, 'link'));
    symlinkSync(memory, join(disk, 'link'));
    expect(fileSystemOf(join(memory, 'link'))).toBe(fileSystemOf(disk));
    expect(fileSystemOf(join(disk, 'link'))).toBe('tmpfs');
  });

  it('is read from the table of mounts where a folder above is closed', () => {
    const [memory, disk] = [memoryFolder(), diskFolder()];
    for (const [base, fileSystem] of [
      [memory, 'tmpfs'],
      [disk, fileSystemOf(disk)],
    ] as const) {
      const inside = folderAt(base, 'spool', 'tmp');
      closed(join(base, 'spool'), inside);
      expect(asOrdinaryUser(() => fileSystemOf(inside))).toBe(fileSystem);
      chmodSync(join(base, 'spool'), 0o755);
    }
  });

  it('follows the links above a closed folder', () => {
    const [memory, disk] = [memoryFolder(), diskFolder()];
    const inside = folderAt(disk, 'spool', 'tmp');
    symlinkSync(disk, join(memory, 'link'));
    closed(join(disk, 'spool'), inside);
    const path = join(memory, 'link', 'spool', 'tmp');
    expect(asOrdinaryUser(() => fileSystemOf(path))).toBe(fileSystemOf(disk));
    chmodSync(join(disk, 'spool'), 0o755);
  });

  it('is unknown where it is not there, and where dots hide behind a closed folder', () => {
    const memory = memoryFolder();
    expect(fileSystemOf(join(memory, 'not-there'))).toBe('unknown');
    const inside = folderAt(memory, 'spool', 'tmp');
    closed(join(memory, 'spool'), inside);
    expect(asOrdinaryUser(() => fileSystemOf(`${memory}/spool/tmp/..`))).toBe('unknown');
    chmodSync(join(memory, 'spool'), 0o755);
  });

  it('counts as memory only if it is tmpfs or ramfs', () => {
    expect(['tmpfs', 'ramfs', 'ext4', 'zram', 'unknown'].filter(isMemory)).toEqual(['tmpfs', 'ramfs']);
  });
});
