import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { longestBareJournal } from '../database/examine-file.ts';
import { type AskHolds, stoppedWipes } from '../holds/verdict.ts';
import type { Vault } from '../vault/vault.ts';
import { KIOSK_FILES, RECORDS } from './kiosk-files.ts';
import { isLedgerToBegin } from './ledger-to-begin.ts';

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
  if (isLedgerToBegin(dataFolder, vault)) return false;
  return bytesOf(join(dataFolder, KIOSK_FILES.ledger)) === 0 && vault.kiosk.read() !== null;
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
