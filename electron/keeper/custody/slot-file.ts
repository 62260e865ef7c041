import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import sodium from 'sodium-native';
import type { SealRefusal } from '../../../shared/contract/custody.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { sealRefusalOf } from '../../lib/file-systems/seal-refusal.ts';
import { onDisk, type SlotFileFailure, type Unwritable } from './file-failure.ts';
import { SLOT_BYTES } from './slot.ts';

/**
 * The pages of the slot file. Written in place and in whole pages only: never renamed, cut or removed, since
 * the bytes that were there would stay on the disk (200 of 200 old keys did, measured with `rename`).
 */
export interface SlotFile {
  count(): number;
  read(slot: number, into: Buffer): void;
  /** Durable and read back when it returns. Read back from the system's cache: durable is what the sync says. */
  overwrite(slot: number, page: Buffer): Result<null, Unwritable>;
  /** Lengthens the file to so many slots, if it is shorter. Durable with the next write. */
  reach(count: number): Result<null, Unwritable>;
  refusal(): SealRefusal | null;
  close(): void;
}

/**
 * Opens the file if there is one; `null`: there is none. Changes nothing. Two keepers must not have it open:
 * the vault's lock sees to that, so open the vault first.
 */
export function openSlotFile(path: string): Result<SlotFile | null, SlotFileFailure> {
  return onDisk<SlotFile | null, SlotFileFailure>(() => {
    const file = lstatSync(path, { throwIfNoEntry: false });
    if (file === undefined) return ok(null);
    // Neither a link (its target lies on another disk, perhaps) nor a pipe (opening it waits).
    if (!file.isFile()) return err({ kind: 'not-a-file' });
    if (file.size % SLOT_BYTES !== 0) return err({ kind: 'wrong-size', bytes: file.size });
    return ok(slotFile(openSync(path, constants.O_RDWR | constants.O_NOFOLLOW)));
  });
}

/**
 * Makes an empty file; its name is durable when it returns. An empty one that an earlier attempt left is
 * taken; one that holds anything is not (`EEXIST`).
 */
export function createSlotFile(path: string): Result<SlotFile, Unwritable> {
  return onDisk(() => {
    const descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
    try {
      syncFolderOf(path);
      if (fstatSync(descriptor).size === 0) return ok(slotFile(descriptor));
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    closeSync(descriptor);
    return err({ kind: 'unwritable', code: 'EEXIST' });
  });
}

function syncFolderOf(path: string): void {
  const folder = openSync(dirname(path), constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function slotFile(descriptor: number): SlotFile {
  // Guarded memory: a page of ciphertext opens under the device key, so no copy of it may be left either.
  const readBack = sodium.sodium_malloc(SLOT_BYTES);
  const count = (): number => fstatSync(descriptor).size / SLOT_BYTES;
  return {
    count,
    read(slot, into) {
      into.fill(0);
      readSync(descriptor, into, 0, SLOT_BYTES, slot * SLOT_BYTES);
    },
    overwrite: (slot, page) =>
      onDisk(() => {
        writeSync(descriptor, page, 0, SLOT_BYTES, slot * SLOT_BYTES);
        fdatasyncSync(descriptor);
        // Shows a write that fell short as well.
        readBack.fill(0);
        readSync(descriptor, readBack, 0, SLOT_BYTES, slot * SLOT_BYTES);
        const same = readBack.equals(page);
        sodium.sodium_memzero(readBack);
        return same ? ok(null) : err({ kind: 'unwritable', code: 'differs' });
      }),
    reach: (wanted) =>
      onDisk(() => {
        // Not by writing: the size changes in one step, so neither a full disk nor a power cut leaves half a slot.
        if (count() < wanted) ftruncateSync(descriptor, wanted * SLOT_BYTES);
        return ok(null);
      }),
    refusal: () => sealRefusalOf(descriptor),
    close: () => closeSync(descriptor),
  };
}
