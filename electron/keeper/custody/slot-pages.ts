import { dirname } from 'node:path';
import sodium from 'sodium-native';
import type { SealRefusal } from '../../../shared/contract/custody.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { sealRefusalOfFolder } from '../../lib/file-systems/seal-refusal.ts';
import type { Refused, Unwritable } from './file-failure.ts';
import { layFreeSlot, SLOT_BYTES } from './slot.ts';
import { createSlotFile, type SlotFile } from './slot-file.ts';

/** The file that the slots lie in, or will, and the page through which they are read and written. */
export interface SlotPages {
  /** In guarded memory, and empty but from laying a slot out to writing it, and from reading one to opening it. */
  readonly page: Buffer;
  /** Makes the file, without a slot, if there is none. Its name is durable when it returns. */
  prepare(): Result<null, Refused | Unwritable>;
  /** Free slots are used again, the first one first: the file is as long as the busiest moment needed. */
  freeSlot(taken: ReadonlySet<number>): Result<number, Unwritable>;
  /** Writes what is laid out on the page, and leaves nothing of it in memory. */
  put(slot: number): Result<null, Unwritable>;
  /** Reads a slot onto the page, which whoever reads it empties again. */
  read(slot: number): void;
  empty(): void;
  refusal(): SealRefusal | null;
  close(): void;
}

/** `existing`: the file, if there is one. Each of its slots was overwritten or is used. */
export function createSlotPages(path: string, existing: SlotFile | null): SlotPages {
  let file = existing;
  // Slots that were written once, so that their block is the file's. After opening, all are.
  let prepared = existing?.count() ?? 0;
  const page = sodium.sodium_malloc(SLOT_BYTES);

  const empty = (): void => sodium.sodium_memzero(page);

  const refusal = (): SealRefusal | null =>
    file === null ? sealRefusalOfFolder(dirname(path)) : file.refusal();

  function there(): SlotFile {
    if (file === null) throw new Error('a slot without a file');
    return file;
  }

  function put(slot: number): Result<null, Unwritable> {
    const written = there().overwrite(slot, page);
    empty();
    return written;
  }

  /**
   * Random bytes first, synced, and only then may a key be written there. Otherwise a power cut could leave
   * the key in a block of the disk that the file never came to own, where nobody would overwrite it.
   */
  function grow(): Result<number, Unwritable> {
    const slot = prepared;
    const reached = there().reach(slot + 1);
    if (!reached.ok) return reached;
    layFreeSlot(page);
    const written = put(slot);
    if (!written.ok) return written;
    prepared += 1;
    return ok(slot);
  }

  return {
    page,
    prepare() {
      const reason = refusal();
      if (reason !== null) return err({ kind: 'refused', reason });
      if (file !== null) return ok(null);
      const created = createSlotFile(path);
      if (!created.ok) return created;
      file = created.value;
      return ok(null);
    },
    freeSlot(taken) {
      for (let slot = 0; slot < prepared; slot += 1) if (!taken.has(slot)) return ok(slot);
      return grow();
    },
    put,
    read: (slot) => there().read(slot, page),
    empty,
    refusal,
    close() {
      file?.close();
      file = null;
    },
  };
}
