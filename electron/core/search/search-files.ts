import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { type ChunkedSearch, createChunkedSearch } from '../../../shared/remanence/chunked-search.ts';
import type { Encoding } from '../../../shared/remanence/encodings.ts';
import type { SearchPattern } from '../../../shared/remanence/patterns.ts';
import { type FoundEntry, noteUnreadable, type Unreadable, walk } from './walk.ts';

/** How much of a file is read at a time. */
export const CHUNK_BYTES = 1024 * 1024;

/**
 * How much older than asked a file may look and still be searched, in milliseconds. File times come from a
 * clock that ticks every few milliseconds (every two seconds on FAT), so a file written right after
 * `Date.now()` can carry an earlier time.
 */
const CLOCK_SLACK_MS = 2_000;

/** How long a search goes on before the keeper and the page are heard, in milliseconds. */
const TURN_MILLISECONDS = 10;

export interface FileSearchRequest {
  readonly roots: readonly string[];
  /**
   * Only what changed since this moment, epoch milliseconds; 0 searches everything. The caller passes 0 if
   * the machine's clock may have been set back since: files written then look older than they are.
   */
  readonly changedSince: number;
  /** SHA-256 (lower-case hex) of the files the product ships. A hit in one of these is a false alarm. */
  readonly leaveOut?: ReadonlySet<string>;
  readonly patterns: readonly SearchPattern[];
}

export interface FileHit {
  /** Holds the value itself when `where` is a name: never store, log or sign such a path. */
  readonly path: string;
  readonly label: string;
  readonly encoding: Encoding;
  readonly where: 'content' | 'name' | 'link text';
  /** Bytes from the start of the content, of the path or of the link text. */
  readonly offset: number;
}

export interface FileSearchReport {
  /** Regular files whose content was read to the end. */
  readonly files: number;
  readonly bytes: number;
  /** Files with hits that were dropped because they are shipped files. */
  readonly shipped: number;
  readonly hits: readonly FileHit[];
  /** What could not be looked at. A search with entries here proves nothing about them. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Searches the content of regular files, the names of everything and the texts of symbolic links below the
 * given folders. Sockets, pipes and devices are never opened; hard links are read once per name. The buffers
 * are zero-filled afterwards: what was read may hold a person's data. Patterns stay the caller's to forget.
 *
 * TRAP: a process that holds a database open must never call this on the folder of that database. Closing
 * any descriptor of a file drops all POSIX locks the process has on it, and another process then writes into
 * the middle of a transaction (seen: a lost row, integrity check "ok"). The core has no database open; the
 * keeper has, so this must not move there.
 *
 * Does not see: compressed or re-encoded copies, extended attributes, deleted blocks of a disk.
 */
export async function searchFiles(request: FileSearchRequest): Promise<FileSearchReport> {
  const search = createChunkedSearch(request.patterns, CHUNK_BYTES);
  const tally = { files: 0, bytes: 0, shipped: 0 };
  const hits: FileHit[] = [];
  const unreadable: Unreadable[] = [];
  const pause = createPauses();
  try {
    for (const entry of walk(request.roots, unreadable)) {
      if (pause.isDue()) await pause.take();
      if (entry.changedAt < request.changedSince - CLOCK_SLACK_MS) continue;
      hits.push(...searchNames(search, entry));
      if (entry.kind !== 'file') continue;
      let content: ContentSearch | undefined;
      try {
        content = await searchContent(search, entry, request.leaveOut, pause);
      } catch (error) {
        noteUnreadable(entry.path, error, unreadable);
      }
      if (!content) continue;
      tally.files += 1;
      tally.bytes += content.bytes;
      tally.shipped += content.shipped ? 1 : 0;
      hits.push(...content.hits);
    }
  } finally {
    search.forget();
  }
  return { ...tally, hits, unreadable };
}

function searchNames(search: ChunkedSearch, { path, nameAt, linkText }: FoundEntry): readonly FileHit[] {
  const hits: FileHit[] = [];
  const text = path.toString();
  // The whole path, because base64 contains slashes; but the folders' own part was reported with the folders.
  // A root's own name is searched by nobody: it is the product's, and a home may be called like the applicant.
  if (nameAt > 0) {
    search.searchWhole(path, ({ label, encoding, bytes }, offset) => {
      if (offset + bytes.length > nameAt) hits.push({ path: text, label, encoding, where: 'name', offset });
    });
  }
  if (linkText) {
    search.searchWhole(linkText, ({ label, encoding }, offset) => {
      hits.push({ path: text, label, encoding, where: 'link text', offset });
    });
  }
  return hits;
}

/** Turns of the event loop while a search goes on: its own calls wait for the system. */
interface Pauses {
  isDue(): boolean;
  take(): Promise<void>;
}

function createPauses(): Pauses {
  let since = performance.now();
  return {
    isDue: () => performance.now() - since > TURN_MILLISECONDS,
    async take() {
      await turn();
      since = performance.now();
    },
  };
}

interface ContentSearch {
  readonly bytes: number;
  readonly shipped: boolean;
  readonly hits: readonly FileHit[];
}

/** Undefined if the entry is no longer a regular file. Throws what the system reports. */
async function searchContent(
  search: ChunkedSearch,
  entry: FoundEntry,
  leaveOut: ReadonlySet<string> | undefined,
  pause: Pauses,
): Promise<ContentSearch | undefined> {
  const path = entry.path.toString();
  // Between the walk and here the file may have become a link (O_NOFOLLOW) or a pipe that nobody writes to,
  // on which opening would wait for ever (O_NONBLOCK). Windows knows neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = openSync(entry.path, flags);
  try {
    if (!fstatSync(file).isFile()) return undefined;
    const hits: FileHit[] = [];
    search.start(0);
    const bytes = await readThrough(file, search, pause, (count) => {
      search.push(count, ({ label, encoding }, offset) => {
        hits.push({ path, label, encoding, where: 'content', offset });
      });
    });
    // Hashing costs more than searching, so only a file with hits is hashed.
    const shipped =
      hits.length > 0 && leaveOut !== undefined && leaveOut.has(await hashOf(file, search, pause));
    return { bytes, shipped, hits: shipped ? [] : hits };
  } finally {
    closeSync(file);
  }
}

async function hashOf(file: number, search: ChunkedSearch, pause: Pauses): Promise<string> {
  const hash = createHash('sha256');
  search.start(0);
  await readThrough(file, search, pause, (count) => hash.update(search.room().subarray(0, count)));
  return hash.digest('hex');
}

/** Reads a file from its start into the search's own buffer. Returns the number of bytes read. */
async function readThrough(
  file: number,
  search: ChunkedSearch,
  pause: Pauses,
  onChunk: (count: number) => void,
): Promise<number> {
  let position = 0;
  for (;;) {
    const room = search.room();
    const bytesRead = readSync(file, room, 0, room.length, position);
    if (bytesRead === 0) return position;
    onChunk(bytesRead);
    position += bytesRead;
    if (pause.isDue()) await pause.take();
  }
}
