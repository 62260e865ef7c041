import { dirname } from 'node:path';
import sodium from 'sodium-native';
import type { SealRefusal } from '../../../shared/contract/custody.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { onDisk, type SlotFileFailure, type Unwritable } from './file-failure.ts';
import { sealRefusalOfFolder } from './file-system.ts';
import { layFreeSlot, layUsedSlot, openSlot, readSlot, SLOT_BYTES } from './slot.ts';
import { createSlotFile, openSlotFile, type SlotFile } from './slot-file.ts';

/** Why a key was not sealed. Where it was before it still is. */
export type SealFailure =
  | { readonly kind: 'refused'; readonly reason: SealRefusal }
  /** Nobody has unwrapped the device key since the start. */
  | { readonly kind: 'locked' }
  | Unwritable;

/**
 * Which application's key lies in which slot. `remnant`: a write failed and could not be undone for certain,
 * so a key may lie there, whole or in part.
 */
export interface SealedSlots {
  stateOf(application: ApplicationId): 'none' | 'whole' | 'remnant';
  applications(): readonly ApplicationId[];
  /** Makes the file, without a slot, if there is none. Its name is durable when it returns. */
  prepare(): Result<null, SealFailure>;
  /** Durable when it returns. Makes the file with the first key. */
  write(application: ApplicationId, key: Buffer, deviceKey: Buffer): Result<null, SealFailure>;
  /** Decrypts a whole slot's key into guarded memory; false if it cannot be read or does not open. */
  open(application: ApplicationId, deviceKey: Buffer, into: Buffer): boolean;
  /** Overwrites the application's slot, if it has one; false if that is not proven. It may be tried again. */
  erase(application: ApplicationId): boolean;
  refusal(): SealRefusal | null;
  close(): void;
}

/**
 * Opens the slots of the live applications and overwrites every other one, those that look free included:
 * after a write that failed, the cache shows random bytes where the disk still has the key.
 */
export function openSealedSlots(
  path: string,
  live: ReadonlySet<ApplicationId>,
): Result<SealedSlots, SlotFileFailure> {
  const opened = openSlotFile(path);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(sealedSlots(path, null, new Map()));
  const file = opened.value;
  const page = sodium.sodium_malloc(SLOT_BYTES);
  const slots = onDisk(() => examine(file, live, page));
  sodium.sodium_memzero(page);
  if (!slots.ok) {
    file.close();
    return slots;
  }
  return ok(sealedSlots(path, file, slots.value));
}

/** Tells whose slots there are; overwrites those of nobody who is live, once the whole file is known as ours. */
function examine(
  file: SlotFile,
  live: ReadonlySet<ApplicationId>,
  page: Buffer,
): Result<Map<ApplicationId, number>, SlotFileFailure> {
  const reason = file.refusal();
  if (reason !== null) return err({ kind: 'refused', reason });
  const used = new Map<ApplicationId, number>();
  const others: number[] = [];
  for (let slot = 0; slot < file.count(); slot += 1) {
    file.read(slot, page);
    const content = readSlot(page);
    if (content.kind === 'foreign' || content.kind === 'newer') return err({ kind: content.kind });
    if (content.kind === 'free') others.push(slot);
    else if (used.has(content.application)) return err({ kind: 'two-slots' });
    else used.set(content.application, slot);
  }
  for (const [application, slot] of used) {
    if (live.has(application)) continue;
    used.delete(application);
    others.push(slot);
  }
  for (const slot of others) {
    layFreeSlot(page);
    const overwritten = file.overwrite(slot, page);
    if (!overwritten.ok) return overwritten;
  }
  return ok(used);
}

function sealedSlots(
  path: string,
  existing: SlotFile | null,
  slots: Map<ApplicationId, number>,
): SealedSlots {
  let file = existing;
  // Slots that were written once, so that their block is the file's. After opening, all are.
  let prepared = existing?.count() ?? 0;
  const remnants = new Set<ApplicationId>();
  const page = sodium.sodium_malloc(SLOT_BYTES);

  function fileToWrite(): Result<SlotFile, SealFailure> {
    const reason = refusal();
    if (reason !== null) return err({ kind: 'refused', reason });
    if (file !== null) return ok(file);
    const created = createSlotFile(path);
    if (created.ok) file = created.value;
    return created;
  }

  const refusal = (): SealRefusal | null =>
    file === null ? sealRefusalOfFolder(dirname(path)) : file.refusal();

  /** Free slots are used again, the first one first: the file is as long as the busiest moment needed. */
  function slotFor(application: ApplicationId, pages: SlotFile): Result<number, Unwritable> {
    const own = slots.get(application);
    if (own !== undefined) return ok(own);
    const taken = new Set(slots.values());
    for (let slot = 0; slot < prepared; slot += 1) if (!taken.has(slot)) return ok(slot);
    return grow(pages);
  }

  /**
   * Random bytes first, synced, and only then may a key be written there. Otherwise a power cut could leave
   * the key in a block of the disk that the file never came to own, where nobody would overwrite it.
   */
  function grow(pages: SlotFile): Result<number, Unwritable> {
    const slot = prepared;
    const reached = pages.reach(slot + 1);
    if (!reached.ok) return reached;
    layFreeSlot(page);
    const written = put(pages, slot);
    if (!written.ok) return written;
    prepared += 1;
    return ok(slot);
  }

  /** Writes what is laid out on the page, and leaves nothing of it in memory. */
  function put(pages: SlotFile, slot: number): Result<null, Unwritable> {
    const written = pages.overwrite(slot, page);
    sodium.sodium_memzero(page);
    return written;
  }

  function erase(application: ApplicationId): boolean {
    const slot = slots.get(application);
    if (slot === undefined) return true;
    if (file === null) throw new Error('a slot without a file');
    layFreeSlot(page);
    if (!put(file, slot).ok) {
      remnants.add(application);
      return false;
    }
    slots.delete(application);
    remnants.delete(application);
    return true;
  }

  return {
    stateOf: (application) =>
      remnants.has(application) ? 'remnant' : slots.has(application) ? 'whole' : 'none',
    applications: () => [...slots.keys()],
    prepare() {
      const pages = fileToWrite();
      return pages.ok ? ok(null) : pages;
    },
    write(application, key, deviceKey) {
      const pages = fileToWrite();
      if (!pages.ok) return pages;
      const slot = onDisk(() => slotFor(application, pages.value));
      if (!slot.ok) return slot;
      layUsedSlot(page, { slot: slot.value, application }, { key, deviceKey });
      // Noted first: whatever becomes of the write, this slot is not free.
      slots.set(application, slot.value);
      const written = put(pages.value, slot.value);
      if (written.ok) remnants.delete(application);
      else erase(application);
      return written;
    },
    open(application, deviceKey, into) {
      const slot = slots.get(application);
      if (file === null || slot === undefined) throw new Error('the application has no slot');
      const pages = file;
      const opened = onDisk(() => {
        pages.read(slot, page);
        return ok(openSlot(page, { slot, application }, deviceKey, into));
      });
      sodium.sodium_memzero(page);
      return opened.ok && opened.value;
    },
    erase,
    refusal,
    close() {
      file?.close();
      file = null;
      slots.clear();
    },
  };
}
