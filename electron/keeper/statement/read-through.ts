import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ChunkedSearch, OnPatternHit } from '../../../shared/remanence/chunked-search.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { isVanished } from './walk-place.ts';
import { HEAD_BYTES } from './what-a-file-is.ts';

/** How much is read at a time. Between two pieces everybody else has their turn. */
export const CHUNK_BYTES = 1024 * 1024;

/** A file that was read to its end. */
export interface ReadFile {
  readonly bytes: number;
  readonly head: Buffer;
}

/**
 * Reads a regular file to its end, and searches it. Never to be called for a database that is open in this process:
 * closing any other descriptor of it drops its locks (`open-here.ts`). `gone`: it vanished, or is no regular file any
 * more. `refused`: the system did not let it be read, or not to its end.
 */
export async function readThrough(
  path: Buffer,
  search: ChunkedSearch,
  onHit: OnPatternHit,
): Promise<ReadFile | 'gone' | 'refused'> {
  try {
    // It may have become a link, or a pipe that nobody writes to, since it was looked at.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const file = await open(path, flags);
    try {
      if (!(await file.stat()).isFile()) return 'gone';
      const head = Buffer.alloc(HEAD_BYTES);
      let [at, inHead] = [0, 0];
      search.start(0);
      for (;;) {
        const room = search.room();
        const { bytesRead } = await file.read(room, 0, room.length, at);
        if (bytesRead === 0) return { bytes: at, head: head.subarray(0, inHead) };
        if (at < HEAD_BYTES) {
          const wanted = room.subarray(0, Math.min(bytesRead, HEAD_BYTES - at));
          head.set(wanted, at);
          inHead = at + wanted.length;
        }
        search.push(bytesRead, onHit);
        at += bytesRead;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return isVanished(error.code) ? 'gone' : 'refused';
  }
}
