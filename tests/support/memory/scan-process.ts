import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type ChunkedSearch, createChunkedSearch } from '../../../shared/remanence/chunked-search.ts';
import type { Encoding } from '../../../shared/remanence/encodings.ts';
import type { SearchPattern } from '../../../shared/remanence/patterns.ts';
import { parseMaps } from './memory-map.ts';
import { openTouchedPages, type Stretch } from './touched-pages.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
const PAGE_BYTES = 4096;

export interface MemoryHit {
  readonly pid: number;
  readonly label: string;
  readonly encoding: Encoding;
  /** Hexadecimal, as in `/proc/PID/maps`. */
  readonly address: string;
  /** The region's name: a mapped file, "[heap]", or "" for anonymous memory. */
  readonly region: string;
}

export interface MemoryScan {
  readonly bytesRead: number;
  readonly regions: number;
  readonly hits: readonly MemoryHit[];
  /** Stretches the kernel refused, such as mapped device memory. */
  readonly unreadable: readonly { readonly region: string; readonly bytes: number }[];
  /** The process had ended before or during the scan: no hits then says nothing. */
  readonly gone: boolean;
}

/** Prepares a search for `scanProcess`; one serves any number of processes, one after the other. */
export function createMemorySearch(patterns: readonly SearchPattern[]): ChunkedSearch {
  return createChunkedSearch(patterns, CHUNK_BYTES);
}

/**
 * Searches all readable memory of a process that can hold anything of it (see `openTouchedPages`). The process runs on meanwhile, so what it moves may be missed
 * or met twice; needs the same user and permission to trace (root, or `ptrace_scope` 0).
 *
 * Refusal throws: a scan that was not allowed must never pass for a clean one. So does the own pid: this
 * process holds the patterns and would find itself. For the same reason never hand patterns to a child on
 * its command line or in its environment.
 */
export function scanProcess(pid: number, search: ChunkedSearch): MemoryScan {
  if (pid === process.pid) throw new Error('the scanning process holds the patterns itself');
  const scan = { bytesRead: 0, regions: 0, gone: false };
  const hits: MemoryHit[] = [];
  const unreadable: { region: string; bytes: number }[] = [];
  let memory: number | undefined;
  let touched: ReturnType<typeof openTouchedPages> | undefined;
  try {
    // Opened first: the descriptor stays bound to this process even if the pid is given to another one.
    memory = openSync(`/proc/${pid}/mem`, 'r');
    touched = openTouchedPages(pid);
    const regions = parseMaps(readFileSync(`/proc/${pid}/maps`, 'utf8'));
    // A zombie, and a kernel thread, has no memory left.
    scan.gone = regions.length === 0;
    let previousEnd = -1;
    for (const region of regions) {
      scan.regions += 1;
      for (const stretch of touched.of(region)) {
        // A value may lie across two adjacent regions that differ in permissions only.
        if (stretch.start !== previousEnd) search.start(stretch.start);
        const { read, refused, gone } = scanStretch(memory, stretch, search, (pattern, position) => {
          const { label, encoding } = pattern;
          hits.push({ pid, label, encoding, address: position.toString(16), region: region.name });
        });
        previousEnd = stretch.end;
        scan.bytesRead += read;
        if (refused > 0) unreadable.push({ region: region.name, bytes: refused });
        scan.gone ||= gone;
      }
      if (scan.gone) break;
    }
  } catch (error) {
    if (!GONE.has(codeOf(error))) throw error;
    scan.gone = true;
  } finally {
    touched?.close();
    if (memory !== undefined) closeSync(memory);
    search.forget();
  }
  return { ...scan, hits, unreadable };
}

const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ESRCH']);

function scanStretch(
  memory: number,
  region: Stretch,
  search: ChunkedSearch,
  onHit: (pattern: SearchPattern, position: number) => void,
): { read: number; refused: number; gone: boolean } {
  let [read, refused, at] = [0, 0, region.start];
  while (at < region.end) {
    const room = search.room();
    const count = readPages(memory, room, Math.min(room.length, region.end - at), at);
    // End of file: the process has given its memory back.
    if (count === 0) return { read, refused, gone: true };
    if (count === 'refused') {
      const skipped = Math.min(PAGE_BYTES, region.end - at);
      refused += skipped;
      at += skipped;
      search.start(at);
    } else {
      search.push(count, onHit);
      read += count;
      at += count;
    }
  }
  return { read, refused, gone: false };
}

/** A read stops short before a page it cannot have; only a read that starts on one is refused. */
function readPages(memory: number, into: Uint8Array, length: number, address: number): number | 'refused' {
  try {
    return readSync(memory, into, 0, length, address);
  } catch (error) {
    // EFAULT: a page behind the end of a mapped file.
    if (['EIO', 'EFAULT', 'ENXIO'].includes(codeOf(error))) return 'refused';
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
