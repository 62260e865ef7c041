import { dirname } from 'node:path';
import sodium from 'sodium-native';
import type { SealRefusal } from '../../../shared/contract/custody.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { sealRefusalOfFolder } from '../../lib/file-systems/seal-refusal.ts';
import { onDisk, type SlotFileFailure, type Unwritable } from '../custody/file-failure.ts';
import { SLOT_BYTES } from '../custody/slot.ts';
import type { SlotFile } from '../custody/slot-file.ts';
import { type KeyName, layFreeKeySlot, layUsedKeySlot, openKeySlot, readKeySlot } from './key-slot.ts';
import type { GuardedKey } from './signing-key.ts';

/** The key that signs, and the next one while it takes over. */
export const KEY_SLOTS = [0, 1] as const;
export type KeySlotNumber = (typeof KEY_SLOTS)[number];

/** The two slots of the key that signs. */
export interface KeySlots {
  /** Which key lies in a slot; null: none, or there is no file yet. */
  nameIn(slot: KeySlotNumber): KeyName | null;
  /** Seals a key in a slot; on the disk for certain when it returns. Makes the file with the first. */
  put(slot: KeySlotNumber, epoch: number, key: GuardedKey, deviceKey: Buffer): Result<null, Unwritable>;
  /** Opens the key of a slot; null: it does not open. @throws the file system's error where the disk does not give it back. */
  open(slot: KeySlotNumber, deviceKey: Buffer): GuardedKey | null;
  /** Overwrites a slot with random bytes; on the disk for certain when it returns. Nothing where there is no file. */
  erase(slot: KeySlotNumber): Result<null, Unwritable>;
  /** Why what is overwritten here may stay on the disk; null: it does not. */
  refusal(): SealRefusal | null;
  close(): void;
}

/** How a file of slots is opened and made: the same as that of applications' keys. */
export interface SlotFilesPort {
  /** Null: there is none. Changes nothing. */
  open(path: string): Result<SlotFile | null, SlotFileFailure>;
  /** An empty one, whose name is durable. */
  create(path: string): Result<SlotFile, Unwritable>;
}

/**
 * Opens the slots, whose file need not exist. Changes nothing. A disk on which nothing can be destroyed for certain is no
 * reason to refuse: the seed is sealed there as well, and the kiosk says that older ones may be left.
 */
export function openKeySlots(path: string, files: SlotFilesPort): Result<KeySlots, SlotFileFailure> {
  const create = (): Result<SlotFile, Unwritable> => files.create(path);
  const opened = files.open(path);
  if (!opened.ok) return opened;
  const file = opened.value;
  if (file === null) return ok(keySlots({ path, create }, null, [null, null]));
  const page = sodium.sodium_malloc(SLOT_BYTES);
  const names = onDisk(() => namesIn(file, page));
  sodium.sodium_memzero(page);
  if (names.ok) return ok(keySlots({ path, create }, file, names.value));
  file.close();
  return names;
}

type Names = [KeyName | null, KeyName | null];

function namesIn(file: SlotFile, page: Buffer): Result<Names, SlotFileFailure> {
  const names: Names = [null, null];
  // More pages than these were written by nobody of ours.
  if (file.count() > KEY_SLOTS.length) return err({ kind: 'foreign' });
  for (const slot of KEY_SLOTS) {
    file.read(slot, page);
    const content = readKeySlot(page);
    if (content.kind === 'foreign' || content.kind === 'newer') return err({ kind: content.kind });
    names[slot] = content.kind === 'used' ? content.name : null;
  }
  return ok(names);
}

function keySlots(
  { path, create }: { readonly path: string; readonly create: () => Result<SlotFile, Unwritable> },
  existing: SlotFile | null,
  names: Names,
): KeySlots {
  let file = existing;
  const page = sodium.sodium_malloc(SLOT_BYTES);

  /** Random bytes first, synced, in a block that is the file's own from then on: see `SlotPages.freeSlot`. */
  function prepare(): Result<SlotFile, Unwritable> {
    const made: Result<SlotFile, Unwritable> = file === null ? create() : ok(file);
    if (!made.ok) return made;
    file = made.value;
    const isThere = onDisk<number, never>(() => ok(made.value.count()));
    if (!isThere.ok) return isThere;
    if (isThere.value >= KEY_SLOTS.length) return made;
    const reached = made.value.reach(KEY_SLOTS.length);
    if (!reached.ok) return reached;
    for (const slot of KEY_SLOTS) {
      if (names[slot] !== null) continue;
      const freed = writeFree(made.value, slot);
      if (!freed.ok) return freed;
    }
    return made;
  }

  function write(to: SlotFile, slot: KeySlotNumber): Result<null, Unwritable> {
    const written = to.overwrite(slot, page);
    sodium.sodium_memzero(page);
    return written;
  }

  function writeFree(to: SlotFile, slot: KeySlotNumber): Result<null, Unwritable> {
    layFreeKeySlot(page);
    return write(to, slot);
  }

  return {
    nameIn: (slot) => names[slot],
    put(slot, epoch, key, deviceKey) {
      const to = prepare();
      if (!to.ok) return to;
      // Noted first: whatever becomes of the write, this slot is not free.
      names[slot] = { epoch, raw: key.raw };
      layUsedKeySlot(page, { slot, epoch }, key, deviceKey);
      return write(to.value, slot);
    },
    open(slot, deviceKey) {
      const name = names[slot];
      if (file === null || name === null) return null;
      try {
        file.read(slot, page);
        return openKeySlot(page, slot, name, deviceKey);
      } finally {
        sodium.sodium_memzero(page);
      }
    },
    erase(slot) {
      const from = file;
      if (from === null) return ok(null);
      const slots = onDisk<number, never>(() => ok(from.count()));
      if (!slots.ok) return slots;
      if (slot >= slots.value) return ok(null);
      const written = writeFree(from, slot);
      if (written.ok) names[slot] = null;
      return written;
    },
    refusal: () => (file === null ? sealRefusalOfFolder(dirname(path)) : file.refusal()),
    close() {
      file?.close();
      file = null;
    },
  };
}
