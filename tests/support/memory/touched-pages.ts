import { closeSync, openSync, readSync } from 'node:fs';
import type { Region } from './memory-map.ts';

const PAGE_BYTES = 4096;
const ENTRY_BYTES = 8;

/**
 * Bits of the high 32-bit half of a `/proc/PID/pagemap` entry (Documentation/admin-guide/mm/pagemap.rst):
 * 63 present, 62 swapped out, 61 a page of a file or of shared memory.
 */
const PRESENT_OR_SWAPPED = 0xc000_0000;
const OF_A_FILE = 0x2000_0000;

/** A stretch of a region whose pages the process may have written to. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a region that can hold anything of the process itself. Left out, because nothing can stand
 * there: pages of private memory that were never touched (the kernel shows zeros), and pages of a private
 * mapping of a file that still are the file's own (a write would have made a copy): the search of files has
 * those. Shared memory and files without a name are read whole: another process may have written there.
 */
export function openTouchedPages(pid: number): {
  of(region: Region): readonly Stretch[];
  close(): void;
} {
  const pagemap = openSync(`/proc/${pid}/pagemap`, 'r');
  return {
    of: (region) => (region.shared || isNameless(region) ? [region] : touchedIn(pagemap, region)),
    close: () => closeSync(pagemap),
  };
}

/** A mapped file that no search of files meets: deleted, or never had a name. */
function isNameless({ name }: Region): boolean {
  return name.endsWith(' (deleted)') || name.startsWith('/memfd:') || name.startsWith('/dev/shm/');
}

function touchedIn(pagemap: number, region: Region): readonly Stretch[] {
  const pages = (region.end - region.start) / PAGE_BYTES;
  const entries = Buffer.alloc(pages * ENTRY_BYTES);
  const read = readSync(pagemap, entries, 0, entries.byteLength, (region.start / PAGE_BYTES) * ENTRY_BYTES);
  // The process has just given this memory back, or ends: what cannot be told apart is read.
  if (read !== entries.byteLength) return [region];
  const stretches: { start: number; end: number }[] = [];
  for (let page = 0; page < pages; page += 1) {
    const high = entries.readUInt32LE(page * ENTRY_BYTES + 4);
    if ((high & PRESENT_OR_SWAPPED) === 0 || (high & OF_A_FILE) !== 0) continue;
    const start = region.start + page * PAGE_BYTES;
    const last = stretches.at(-1);
    if (last?.end === start) last.end += PAGE_BYTES;
    else stretches.push({ start, end: start + PAGE_BYTES });
  }
  return stretches;
}
