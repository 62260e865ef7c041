import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { type Custody, openCustody } from './custody.ts';
import { testDeviceKey } from './sample.test-support.ts';
import { SLOT_BYTES } from './slot.ts';

/** Where a slot file may be made, in a folder that goes with the test: on a disk, unless the test names another one. */
export function slotPathOfTest(folder = temporaryFolder()): string {
  return join(folder, 'keys.slots');
}

/** Opens and unlocks, where neither may fail. */
export function unlockedCustody(slotPath: string, live: readonly ApplicationId[] = []): Custody {
  const custody = openedCustody(slotPath, live);
  custody.unlock(testDeviceKey);
  return custody;
}

export function openedCustody(slotPath: string, live: readonly ApplicationId[] = []): Custody {
  const opened = openCustody({ slotPath, live: new Set(live) });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

/** A copy of the key, for tests alone: product code must not make one. */
export function keyOf(custody: Custody, application: ApplicationId): string {
  const opened = custody.open(application);
  if (!opened.ok) throw new Error(opened.error.kind);
  return Buffer.from(opened.value).toString('hex');
}

/** The encrypted key and its tag, of every slot in the file. */
export function ciphertextsIn(slotPath: string): readonly Buffer[] {
  const file = readFileSync(slotPath);
  return Array.from({ length: file.length / SLOT_BYTES }, (_, slot) =>
    file.subarray(slot * SLOT_BYTES + 48, slot * SLOT_BYTES + 96),
  );
}
