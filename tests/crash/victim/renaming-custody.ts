import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Custody, openCustody } from '../../../electron/keeper/custody/custody.ts';
import { guardedCopy, randomKey } from '../../../electron/keeper/custody/guarded.ts';
import {
  layFreeSlot,
  layUsedSlot,
  openSlot,
  readSlot,
  SLOT_BYTES,
} from '../../../electron/keeper/custody/slot.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { err, ok } from '../../../shared/result.ts';

/**
 * The mistake of which docs/decisions/0008 warns, made on purpose: slots of the same format, but each change
 * writes a new file and renames it over the old one, as careful programs do. Nothing is ever lost this way, and
 * every key that was destroyed stays in the blocks that the old file gave back.
 */
export function openRenamingCustody({
  slotPath,
  live,
}: Parameters<typeof openCustody>[0]): ReturnType<typeof openCustody> {
  const keys = new Map<ApplicationId, Buffer>();
  const slots = new Map<ApplicationId, number>();
  const pages: Buffer[] = [];
  let deviceKey: Buffer | null = null;

  function replaceFile(): void {
    const next = `${slotPath}.next`;
    const file = openSync(next, 'w', 0o600);
    for (const page of pages) writeSync(file, page);
    fdatasyncSync(file);
    closeSync(file);
    renameSync(next, slotPath);
    const folder = openSync(dirname(slotPath), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }

  function freeSlot(): number {
    const taken = new Set(slots.values());
    const free = pages.findIndex((_, slot) => !taken.has(slot));
    return free === -1 ? pages.push(Buffer.alloc(SLOT_BYTES)) - 1 : free;
  }

  function destroy(application: ApplicationId): boolean {
    keys.delete(application);
    const page = pages[slots.get(application) ?? -1];
    if (page === undefined) return true;
    layFreeSlot(page);
    slots.delete(application);
    replaceFile();
    return true;
  }

  const content = existsSync(slotPath) ? readFileSync(slotPath) : Buffer.alloc(0);
  for (let at = 0; at < content.length; at += SLOT_BYTES) {
    const page = content.subarray(at, at + SLOT_BYTES);
    const slot = readSlot(page);
    if (slot.kind === 'used') slots.set(slot.application, pages.length);
    pages.push(page);
  }
  for (const application of slots.keys()) if (live?.has(application) === false) destroy(application);

  const custody: Custody = {
    kindOf: (application) => (slots.has(application) ? 'sealed' : keys.has(application) ? 'memory' : null),
    create(application, kind) {
      keys.set(application, randomKey());
      return kind === 'sealed' ? custody.seal(application) : ok(null);
    },
    seal(application) {
      const key = keys.get(application);
      if (key === undefined || deviceKey === null) return err({ kind: 'locked' });
      const slot = freeSlot();
      layUsedSlot(pages[slot] ?? Buffer.alloc(SLOT_BYTES), { slot, application }, { key, deviceKey });
      slots.set(application, slot);
      replaceFile();
      return ok(null);
    },
    open(application) {
      const key = keys.get(application);
      return key === undefined ? err({ kind: 'no-key' }) : ok(key);
    },
    destroy,
    has: (application) => keys.has(application) || slots.has(application),
    applications: () => [...new Set([...keys.keys(), ...slots.keys()])],
    unlock(given) {
      deviceKey = guardedCopy(given);
      for (const [application, slot] of slots) {
        const key = randomKey();
        const page = pages[slot];
        if (page !== undefined && openSlot(page, { slot, application }, deviceKey, key))
          keys.set(application, key);
      }
      return { opened: keys.size, damaged: [] };
    },
    unlocked: () => deviceKey !== null,
    deviceKey: () => deviceKey,
    forgetDeviceKey() {
      deviceKey = null;
    },
    prepare() {
      replaceFile();
      return ok(null);
    },
    sealable: () => ok(null),
    close: () => keys.clear(),
  };
  return ok(custody);
}
