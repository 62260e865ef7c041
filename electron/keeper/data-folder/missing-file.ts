import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { longestBareJournal } from '../database/examine-file.ts';
import { holdsIn } from '../holds/holds.ts';
import { type AskHolds, stoppedWipes } from '../holds/verdict.ts';
import { pendingCount } from '../outbox/pending-entries.ts';
import type { Vault } from '../vault/vault.ts';
import { KIOSK_FILES, RECORDS } from './kiosk-files.ts';

/** A file that a kiosk had and that is gone. */
export interface MissingFile {
  readonly kind: 'missing';
}

/** What only a kiosk that had a vault leaves: each is made after the vault was. */
const AFTER_THE_VAULT: readonly (readonly [name: string, longerThan: number])[] = [
  // A first start that was cut off may have left a journal, but no page in it.
  [`${KIOSK_FILES.vault}-journal`, longestBareJournal],
  [`${KIOSK_FILES.ledger}-journal`, longestBareJournal],
  [KIOSK_FILES.ledger, 0],
  [KIOSK_FILES.keys, 0],
  [KIOSK_FILES.signing, 0],
  [RECORDS.sessions, 0],
];

/**
 * Whether the folder has lost its vault. To be asked before the vault is opened, which makes one where there is
 * none. A first start that was cut off leaves a vault, perhaps an empty one, and nothing else.
 */
export function vaultIsMissing(dataFolder: string): boolean {
  return (
    bytesOf(join(dataFolder, KIOSK_FILES.vault)) === 0 &&
    AFTER_THE_VAULT.some(([name, longerThan]) => bytesOf(join(dataFolder, name)) > longerThan)
  );
}

/**
 * Whether a kiosk that is set up has lost its ledger: set-up comes after both were made, so without the file it
 * was taken away, before anybody was served as well. To be asked before the ledger is opened.
 */
export function ledgerIsMissing(dataFolder: string, vault: Vault): boolean {
  // One whose keys were lost was put aside, and the next is not opened yet.
  if (isLedgerToBegin(vault)) return false;
  return bytesOf(join(dataFolder, KIOSK_FILES.ledger)) === 0 && vault.kiosk.read() !== null;
}

/**
 * Whether the ledger of this kiosk is still to be opened, after one whose keys were lost: what happened since then waits for it. Once
 * it is open the vault knows its head, and an empty file is one that was lost, whatever waits.
 */
export function isLedgerToBegin(vault: Vault): boolean {
  return vault.kiosk.formerLedger() !== null && pendingCount(vault.database) > 0 && isUnused(vault);
}

/**
 * Whether a vault has nothing that it can have only once its ledger is open: recovery, which makes a kiosk begin anew, is not done under a
 * hold or while an application is open, and set-up comes before both. So nobody brings an application back with rows that say so.
 */
export function isUnused({ kiosk, database, allIds }: Vault): boolean {
  return kiosk.knownHead() === null && allIds().length === 0 && holdsIn(database).length === 0;
}

/** Whether keys are kept on disk (decided so, or moved there by a hold, also those of erasures that it stopped) and their file is gone. It may be empty, not absent. */
export function keysAreMissing(
  dataFolder: string,
  vault: Vault,
  holds: { readonly verdict: AskHolds },
): boolean {
  if (lstatSync(join(dataFolder, KIOSK_FILES.keys), { throwIfNoEntry: false }) !== undefined) return false;
  const isSealedByHold = (application: ApplicationId): boolean => {
    const verdict = holds.verdict(application, null);
    return verdict.kind === 'frozen' && verdict.hasSealedKey;
  };
  const ofStopped = (): boolean => stoppedWipes({ vault, holds }).some(({ custody }) => custody === 'sealed');
  return vault.kiosk.read()?.custody === 'sealed' || vault.openIds().some(isSealedByHold) || ofStopped();
}

/** Nothing and an empty file count alike. */
function bytesOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
