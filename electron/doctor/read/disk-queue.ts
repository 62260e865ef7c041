import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DiskQueue } from '../../../shared/doctor/disk/flash.ts';
import { valueIn } from '../../../shared/doctor/reading.ts';
import { orNull } from '../../lib/file-systems/attempt.ts';
import type { Mount } from '../../lib/file-systems/mount-info.ts';
import { readText } from './files.ts';

/** What the kernel says of the disk that a mount lies on; null: it has none that can be seen. */
export function diskQueueOf({ device }: Mount): DiskQueue | null {
  const folder = orNull(() => realpathSync(`/sys/dev/block/${device}`));
  if (folder === null) return null;
  // A partition lies in the folder of its disk, which has the queue.
  const isPartition = readText(join(folder, 'partition')).kind === 'read';
  const queue = join(isPartition ? dirname(folder) : folder, 'queue');
  return {
    rotational: valueIn(readText(join(queue, 'rotational'))),
    discardGranularity: valueIn(readText(join(queue, 'discard_granularity'))),
  };
}
