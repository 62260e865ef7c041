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

/** Whether a kiosk that begins anew has no ledger yet that it signs: that of before is still to be put aside, or the next one is not opened. */
export function isBetweenLedgers(
  former: LedgerPosition | null,
  ledger: { head(): LedgerPosition | undefined },
): boolean {
  return former !== null && (isEndOf(former, ledger) || ledger.head() === undefined);
}

/** Where the ledger lies that ends so: in its own place, or put aside; null: nowhere. */
export function formerLedgerIn(dataFolder: string, former: LedgerPosition): string | null {
  const paths = [KIOSK_FILES.ledger, ...FORMER_LEDGERS].map((name) => join(dataFolder, name));
  return paths.find((path) => isThere(path) && endOfLedgerAt(path)?.hash === former.hash) ?? null;
}

/**
 * Puts the ledger of lost keys aside, whole and as it is: only where it says itself that the kiosk begins anew (`ledger-to-begin.ts`).
 * Nothing where that was done, and nothing where there is no name left for it: a ledger is never overwritten, and the start is refused as
 * with another kiosk's.
 */
export function putFormerLedgerAside(dataFolder: string, former: LedgerPosition): Result<null, Unwritable> {
  return onDisk<null, never>(() => {
    const path = join(dataFolder, KIOSK_FILES.ledger);
    if (formerLedgerIn(dataFolder, former) !== path) return ok(null);
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
