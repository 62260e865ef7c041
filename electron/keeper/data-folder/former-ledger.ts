import { closeSync, constants, fsyncSync, lstatSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../../shared/result.ts';
import { onDisk, type Unwritable } from '../custody/file-failure.ts';
import { endOfLedgerAt } from '../ledger/end-of-ledger.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import { FORMER_LEDGERS, KIOSK_FILES } from './kiosk-files.ts';

/** Whether this ledger is the one whose keys were lost, and which is put aside at the next start: nobody signs in it any more. */
export function isEndOf(
  former: LedgerPosition | null,
  ledger: { head(): LedgerPosition | undefined },
): boolean {
  return former !== null && ledger.head()?.hash === former.hash;
}

/**
 * Puts the ledger of lost keys aside, whole and as it is, where the kiosk's own comes after it. Nothing where that was done, and
 * nothing where there is no name left for it: a ledger is never overwritten, and the start is refused as with another kiosk's.
 */
export function putFormerLedgerAside(
  dataFolder: string,
  former: LedgerPosition | null,
): Result<null, Unwritable> {
  if (former === null) return ok(null);
  return onDisk<null, never>(() => {
    const path = join(dataFolder, KIOSK_FILES.ledger);
    if (endOfLedgerAt(path)?.hash !== former.hash) return ok(null);
    const aside = FORMER_LEDGERS.map((name) => join(dataFolder, name)).find((each) => !isThere(each));
    if (aside === undefined) return ok(null);
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
