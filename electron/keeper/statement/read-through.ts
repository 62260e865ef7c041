import { setImmediate as turn } from 'node:timers/promises';
import type { ChunkedSearch, OnPatternHit } from '../../../shared/remanence/chunked-search.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import type { SearchedFile } from './open-to-search.ts';
import { isVanished } from './walk-place.ts';
import { HEAD_BYTES } from './what-a-file-is.ts';

/** How much is read at a time. */
export const CHUNK_BYTES = 1024 * 1024;

/** How long files are read before everybody else has their turn, in milliseconds. */
const TURN_MILLISECONDS = 5;

/** A file that was read to its end. */
export interface ReadFile {
  readonly bytes: number;
  readonly head: Buffer;
}

/** Reads files one after the other, and lets everybody else have their turn in between. */
export interface FileReading {
  /**
   * Reads a regular file to its end, and searches it. Never to be called for a database that is open in this process:
   * closing any other descriptor of it drops its locks (`open-here.ts`). `gone`: it vanished, or is no regular file any
   * more. `refused`: the system did not let it be read, or not to its end.
   */
  read(
    open: () => Promise<SearchedFile> | SearchedFile,
    onHit: OnPatternHit,
  ): Promise<ReadFile | 'gone' | 'refused'>;
}

/** Reading with one search, whose buffer all files share. */
export function createReading(search: ChunkedSearch): FileReading {
  let since = performance.now();

  async function pauseIfDue(): Promise<void> {
    if (performance.now() - since < TURN_MILLISECONDS) return;
    await turn();
    since = performance.now();
  }

  async function readAll(file: SearchedFile, onHit: OnPatternHit): Promise<ReadFile> {
    const head = Buffer.alloc(HEAD_BYTES);
    let [at, inHead] = [0, 0];
    search.start(0);
    for (;;) {
      const room = search.room();
      const count = await file.read(room, at);
      if (count === 0) return { bytes: at, head: head.subarray(0, inHead) };
      if (at < HEAD_BYTES) {
        const wanted = room.subarray(0, Math.min(count, HEAD_BYTES - at));
        head.set(wanted, at);
        inHead = at + wanted.length;
      }
      search.push(count, onHit);
      at += count;
      await pauseIfDue();
    }
  }

  return {
    async read(open, onHit) {
      try {
        const file = await open();
        try {
          return (await file.isRegular()) ? await readAll(file, onHit) : 'gone';
        } finally {
          await file.close();
        }
      } catch (error) {
        if (!isFileSystemError(error)) throw error;
        return isVanished(error.code) ? 'gone' : 'refused';
      }
    },
  };
}
