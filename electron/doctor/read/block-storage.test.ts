import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFolder, memoryFolder } from '../../print/spool/spool.test-support.ts';
import { storageOfDevice, storageOfMount, storageOfSwap } from './block-storage.ts';
import { mountOf, nearestFolder } from './mounts.ts';

describe.runIf(process.platform === 'linux')('what something is written to', () => {
  it('is memory for a file on tmpfs, and never memory for one on a disk', () => {
    const [inMemory, onDisk] = [memoryFolder(), diskFolder()].map((folder) => join(folder, 'swapfile'));
    for (const path of [inMemory, onDisk]) writeFileSync(path ?? '', '');
    expect(storageOfSwap({ path: inMemory ?? '', type: 'file' })).toBe('memory');
    expect(['plain', 'encrypted', 'unknown']).toContain(storageOfSwap({ path: onDisk ?? '', type: 'file' }));
  });

  it('is not known of what is not there', () => {
    expect(storageOfSwap({ path: '/nowhere', type: 'partition' })).toBe('unknown');
    expect(storageOfSwap({ path: '/nowhere', type: 'file' })).toBe('unknown');
    // As btrfs and network file systems have one: no device has this number.
    expect(storageOfDevice('0:4095')).toBe('unknown');
  });

  it('is not known of a loop device, whose file may lie anywhere', () => {
    const loop = { id: 1, parent: 0, device: '7:0', root: '/', point: '/', fileSystem: 'ext4', options: [] };
    expect(storageOfMount(loop)).toBe('unknown');
  });
});

describe.runIf(process.platform === 'linux')('the folder above what is not there', () => {
  it('is the nearest one', () => {
    const folder = diskFolder();
    expect(nearestFolder(join(folder, 'a', 'b'))).toBe(folder);
    expect(nearestFolder(folder)).toBe(folder);
    expect(mountOf(folder)).not.toBeNull();
    expect(mountOf(join(folder, 'a'))).toBeNull();
  });
});
