import { createMultiSearch } from './multi-search.ts';
import type { SearchPattern } from './patterns.ts';

export type OnPatternHit = (pattern: SearchPattern, position: number) => void;

/**
 * Searches something too long to hold in one piece (a file, a memory region), chunk by chunk. It owns the
 * buffer, so that there is one place to zero-fill.
 */
export interface ChunkedSearch {
  /** Starts a new run of adjacent chunks. Positions are counted from `position`. */
  start(position: number): void;
  /** Where the next chunk is to be read into. Valid until the next `push`. */
  room(): Uint8Array;
  /** Searches the first `count` bytes of `room()` together with the end of the chunk before. */
  push(count: number, onHit: OnPatternHit): void;
  /** Searches bytes that are complete by themselves, such as a file name. Independent of the run. */
  searchWhole(bytes: Uint8Array, onHit: OnPatternHit): void;
  /** Zero-fills the buffer, which may hold a person's data, and ends the run. */
  forget(): void;
}

/**
 * Prepares a chunked search with room for `chunkBytes` at a time. Each occurrence is reported once, also one
 * that spans several chunks. Throws a RangeError if a pattern is below four bytes.
 */
export function createChunkedSearch(patterns: readonly SearchPattern[], chunkBytes: number): ChunkedSearch {
  const multiSearch = createMultiSearch(patterns.map((pattern) => pattern.bytes));
  const overlap = Math.max(0, multiSearch.longest - 1);
  const buffer = new Uint8Array(overlap + chunkBytes);
  let carried = 0;
  let position = 0;

  return {
    start(at) {
      carried = 0;
      position = at;
    },
    room: () => buffer.subarray(carried, carried + chunkBytes),
    push(count, onHit) {
      const filled = carried + count;
      const before = carried;
      const base = position - carried;
      multiSearch.search(buffer.subarray(0, filled), (index, offset) => {
        const pattern = patterns[index];
        // What ends within the carried bytes was reported with the chunk before.
        if (pattern && offset + pattern.bytes.length > before) onHit(pattern, base + offset);
      });
      carried = Math.min(overlap, filled);
      buffer.copyWithin(0, filled - carried, filled);
      position += count;
    },
    searchWhole(bytes, onHit) {
      multiSearch.search(bytes, (index, offset) => {
        const pattern = patterns[index];
        if (pattern) onHit(pattern, offset);
      });
    },
    forget() {
      buffer.fill(0);
      carried = 0;
    },
  };
}
