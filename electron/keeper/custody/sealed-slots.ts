import sodium from 'sodium-native';
import type { SealRefusal } from '../../../shared/contract/custody.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { onDisk, type Refused, type SlotFileFailure, type Unwritable } from './file-failure.ts';
import { layFreeSlot, layUsedSlot, openSlot, readSlot, SLOT_BYTES } from './slot.ts';
import { openSlotFile, type SlotFile } from './slot-file.ts';
import { createSlotPages, type SlotPages } from './slot-pages.ts';

/** Why a key was not sealed. Where it was before it still is. */
export type SealFailure =
  | Refused
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

/** Whose keys lie in the slots of a file. Changes nothing, and opens none. */
export function ownersOfSlots(path: string): Result<readonly ApplicationId[], SlotFileFailure> {
  const slots = openSealedSlots(path, null);
  if (!slots.ok) return slots;
  const owners = slots.value.applications();
  slots.value.close();
  return ok(owners);
}

/**
 * Opens the slots of the live applications and overwrites every other one, those that look free included:
 * after a write that failed, the cache shows random bytes where the disk still has the key. `live`: null where nobody knows whose
 * they should be: then none is overwritten.
 */
export function openSealedSlots(
  path: string,
  live: ReadonlySet<ApplicationId> | null,
): Result<SealedSlots, SlotFileFailure> {
  const opened = openSlotFile(path);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(sealedSlots(createSlotPages(path, null), new Map()));
  const file = opened.value;
  const page = sodium.sodium_malloc(SLOT_BYTES);
  const slots = onDisk(() => examine(file, live, page));
  sodium.sodium_memzero(page);
  if (!slots.ok) {
    file.close();
    return slots;
  }
  return ok(sealedSlots(createSlotPages(path, file), slots.value));
}

/** Tells whose slots there are; overwrites those of nobody who is live, once the whole file is known as ours. */
function examine(
  file: SlotFile,
  live: ReadonlySet<ApplicationId> | null,
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
  if (live === null) return ok(used);
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

function sealedSlots(pages: SlotPages, slots: Map<ApplicationId, number>): SealedSlots {
  const remnants = new Set<ApplicationId>();
  const { page } = pages;

  function slotFor(application: ApplicationId): Result<number, Unwritable> {
    const own = slots.get(application);
    return own === undefined ? pages.freeSlot(new Set(slots.values())) : ok(own);
  }

  function erase(application: ApplicationId): boolean {
    const slot = slots.get(application);
    if (slot === undefined) return true;
    layFreeSlot(page);
    if (!pages.put(slot).ok) {
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
    prepare: pages.prepare,
    write(application, key, deviceKey) {
      const prepared = pages.prepare();
      if (!prepared.ok) return prepared;
      const slot = onDisk(() => slotFor(application));
      if (!slot.ok) return slot;
      layUsedSlot(page, { slot: slot.value, application }, { key, deviceKey });
      // Noted first: whatever becomes of the write, this slot is not free.
      slots.set(application, slot.value);
      const written = pages.put(slot.value);
      if (written.ok) remnants.delete(application);
      else erase(application);
      return written;
    },
    open(application, deviceKey, into) {
      const slot = slots.get(application);
      if (slot === undefined) throw new Error('the application has no slot');
      const opened = onDisk(() => {
        pages.read(slot);
        return ok(openSlot(page, { slot, application }, deviceKey, into));
      });
      pages.empty();
      return opened.ok && opened.value;
    },
    erase,
    refusal: pages.refusal,
    close() {
      pages.close();
      slots.clear();
    },
  };
}
