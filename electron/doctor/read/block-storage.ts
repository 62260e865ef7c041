import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Swap } from '../../../shared/doctor/memory/proc-swaps.ts';
import { storageByUuid } from '../../../shared/doctor/parse/dm-uuid.ts';
import { valueIn } from '../../../shared/doctor/reading.ts';
import type { Storage } from '../../../shared/doctor/storage.ts';
import { orNull } from '../../lib/file-systems/attempt.ts';
import type { Mount } from '../../lib/file-systems/mount-info.ts';
import { namesIn, readText } from './files.ts';
import { mountOf } from './mounts.ts';

/** What a swap area writes to. */
export function storageOfSwap({ path, type }: Swap): Storage {
  if (type === 'file') {
    const mount = mountOf(path);
    return mount === null ? 'unknown' : storageOfMount(mount);
  }
  const device = orNull(() => statSync(path).rdev);
  return device === null ? 'unknown' : storageOfDevice(deviceNumber(device));
}

/** What the file system of a mount lies on. */
export function storageOfMount({ device, fileSystem }: Mount): Storage {
  if (fileSystem === 'tmpfs' || fileSystem === 'ramfs') return 'memory';
  return storageOfDevice(device);
}

/**
 * What a block device, as "major:minor", writes to: encrypted if it or everything below it is. A file system without a device of
 * its own, such as btrfs, has a number that no device has.
 */
export function storageOfDevice(device: string): Storage {
  const folder = orNull(() => realpathSync(`/sys/dev/block/${device}`));
  return folder === null ? 'unknown' : storageOfFolder(folder);
}

function storageOfFolder(folder: string): Storage {
  const byUuid = storageByUuid(valueIn(readText(join(folder, 'dm/uuid'))) ?? '');
  if (byUuid !== null) return byUuid;
  const name = basename(folder);
  if (/^zram\d+$/.test(name)) {
    const backing = valueIn(readText(join(folder, 'backing_dev')));
    return backing === null || backing === 'none' ? 'memory' : 'plain';
  }
  // A file, which may lie anywhere.
  if (/^loop\d+$/.test(name)) return 'unknown';
  const below = (namesIn(join(folder, 'slaves')) ?? []).flatMap((slave) => {
    const real = orNull(() => realpathSync(join(folder, 'slaves', slave)));
    return real === null ? [] : [real];
  });
  if (below.length > 0) return together(below.map(storageOfFolder));
  // A partition has the number of its own in its folder, which lies in that of its disk.
  const isPartition = readText(join(folder, 'partition')).kind === 'read';
  return isPartition ? storageOfFolder(dirname(folder)) : 'plain';
}

const WORST_FIRST: readonly Storage[] = ['plain', 'unknown', 'encrypted', 'one-time-key', 'memory'];

/** A device on several others is only as good as the worst of them. */
function together(all: readonly Storage[]): Storage {
  return WORST_FIRST.find((storage) => all.includes(storage)) ?? 'unknown';
}

/** How glibc puts major and minor together (makedev(3)), below 4096 and 2^20 of them. */
function deviceNumber(rdev: number): string {
  return `${(rdev >> 8) & 0xfff}:${(rdev & 0xff) | ((rdev >> 12) & 0xfff00)}`;
}
