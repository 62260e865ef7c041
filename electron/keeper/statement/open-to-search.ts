import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** A file while it is read. */
export interface SearchedFile {
  isRegular(): Promise<boolean> | boolean;
  /** How many bytes were read into `room` from this place on; 0: there are none. */
  read(room: Uint8Array, at: number): Promise<number> | number;
  close(): Promise<void> | void;
}

/** It may have become a link, or a pipe that nobody writes to, since it was looked at. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file of the kiosk's own disk or memory. Each act waits for the system: a turn for each took longer than all the
 * reading (measured), and where this disk hangs the keeper does so as well.
 */
export function openOwn(path: Buffer): SearchedFile {
  const file = openSync(path, FLAGS);
  return {
    isRegular: () => fstatSync(file).isFile(),
    read: (room, at) => readSync(file, room, 0, room.length, at),
    close: () => closeSync(file),
  };
}

/** Opens a file of a stick, which somebody may pull out: the keeper does not stand still for it. */
export async function openOnStick(path: Buffer): Promise<SearchedFile> {
  const file = await open(path, FLAGS);
  return {
    isRegular: async () => (await file.stat()).isFile(),
    read: async (room, at) => (await file.read(room, 0, room.length, at)).bytesRead,
    close: () => file.close(),
  };
}
