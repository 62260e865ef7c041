import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createSlotFile, openSlotFile } from '../custody/slot-file.ts';
import { KIOSK_FILES } from '../data-folder/kiosk-files.ts';
import type { EntryKey } from '../outbox/pending-entries.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { KEY_SLOTS, openKeySlots, type SlotFilesPort } from './key-slots.ts';
import type { GuardedKey } from './signing-key.ts';

/** Somebody has signed in, and nothing is due. */
export const READY: EntryKey = {
  prepare: () => true,
  sign: () => null,
  isLocked: () => false,
  isDue: () => false,
  demandRoll: () => undefined,
  rollIfDue: () => undefined,
};

/** How a keeper opens and makes its files of slots. */
export const SLOT_FILES: SlotFilesPort = { open: openSlotFile, create: createSlotFile };

/** When what is pending is carried over in a test. */
export const DELIVERY = {
  clock: { now: () => 1_771_059_600_000, today: () => ({ year: 2026, month: 2, day: 14 }) },
  key: READY,
};

/** A copy of the device key of a keeper at which somebody has signed in. */
export function deviceKeyOf({ services }: RunningKeeper): Buffer {
  const key = services.custody.deviceKey();
  if (key === null) throw new Error('nobody has signed in');
  return Buffer.from(key);
}

/** The key that a stopped kiosk signs with, for a test that writes in its place. */
export function signingKeyIn(dataFolder: string, deviceKey: Buffer): GuardedKey {
  const slots = openKeySlots(join(dataFolder, KIOSK_FILES.signing), SLOT_FILES);
  if (!slots.ok) throw new Error(JSON.stringify(slots.error));
  onTestFinished(slots.value.close);
  const used = KEY_SLOTS.filter((slot) => slots.value.nameIn(slot) !== null);
  const [slot] = used;
  if (slot === undefined || used.length > 1) throw new Error('a kiosk that rests has one key');
  const key = slots.value.open(slot, deviceKey);
  if (key === null) throw new Error('the key does not open');
  return key;
}
