import type { Shortage } from '../../../shared/contract/refusals.ts';
import { freeBytesAt } from '../../lib/file-systems/free-bytes.ts';
import { DISK_NEEDED_BYTES, MEGABYTE, MEMORY_NEEDED_BYTES } from '../../lib/file-systems/space-needs.ts';

/** Whether there is room for one more application. Looked up anew each time: two calls of the kernel. */
export interface Space {
  /** The first place with too little room, or null. */
  shortage(): Shortage | null;
}

/** `dataFolder`: where vault and ledger lie; `memoryFolder`: on the tmpfs that sessions live in. */
export function createSpace(dataFolder: string, memoryFolder: string): Space {
  return {
    shortage: () =>
      shortageAt('disk', dataFolder, DISK_NEEDED_BYTES) ??
      shortageAt('memory', memoryFolder, MEMORY_NEEDED_BYTES),
  };
}

function shortageAt(place: Shortage['place'], folder: string, needed: number): Shortage | null {
  const free = freeBytesAt(folder);
  if (free === null || free >= needed) return null;
  return {
    place,
    freeMegabytes: Math.floor(free / MEGABYTE),
    neededMegabytes: Math.ceil(needed / MEGABYTE),
  };
}
