import { closeSync, constants, fsyncSync, lstatSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../../shared/result.ts';
import { onDisk, type Unwritable } from '../custody/file-failure.ts';
import { endOfLedgerAt } from '../ledger/end-of-ledger.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import { FORMER_LEDGER, KIOSK_FILES } from './kiosk-files.ts';

/**
 * Puts the ledger of lost keys aside, whole and as it is, where the kiosk's own comes after it. Nothing where that was done, and
 * nothing where another one is kept there already: a ledger is never overwritten, and the start is refused as with another kiosk's.
 */
export function putFormerLedgerAside(
  dataFolder: string,
  former: LedgerPosition | null,
): Result<null, Unwritable> {
  if (former === null) return ok(null);
  return onDisk<null, never>(() => {
    const path = join(dataFolder, KIOSK_FILES.ledger);
    const aside = join(dataFolder, FORMER_LEDGER);
    if (isThere(aside) || endOfLedgerAt(path)?.hash !== former.hash) return ok(null);
    // The journal first: without it the ledger is whole, since it opened.
    if (isThere(`${path}-journal`)) renameSync(`${path}-journal`, `${aside}-journal`);
    renameSync(path, aside);
    syncFolder(dataFolder);
    return ok(null);
  });
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function syncFolder(path: string): void {
  const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
