import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Custody, openCustody } from '../custody/custody.ts';
import { ownersOfSlots } from '../custody/sealed-slots.ts';
import { createSlotFile, openSlotFile } from '../custody/slot-file.ts';
import { putFormerLedgerAside } from '../data-folder/former-ledger.ts';
import { KIOSK_FILES, RECORDS } from '../data-folder/kiosk-files.ts';
import { isLedgerToBegin } from '../data-folder/ledger-to-begin.ts';
import { ledgerIsMissing, vaultIsMissing } from '../data-folder/missing-file.ts';
import { examineFile } from '../database/examine-file.ts';
import { type OpenFailure, written } from '../database/open-failure.ts';
import { createHolds, type Holds } from '../holds/holds.ts';
import {
  createHoldsBesideVault,
  type HoldsBesideVault,
  readHoldsBeside,
} from '../holds/holds-beside-vault.ts';
import { restoreNoted } from '../holds/restore-noted.ts';
import { type Ledger, type LedgerView, type PreparedLedger, prepareLedger } from '../ledger/ledger.ts';
import { ledgerSchema } from '../ledger/ledger-schema.ts';
import type { VaultNow } from '../ledger/vault-mark/vault-mark.ts';
import { type FoundAtStart, findMisfits } from '../misfit/found-at-start.ts';
import { frozenWhere } from '../misfit/frozen-holds.ts';
import { keepPolicies, NO_RECORD, type Policies } from '../policy/policies.ts';
import { type OfferedPolicy, type PolicyAtStart, policyAtStart } from '../policy/policy-at-start.ts';
import { createClearKey } from '../signing/clear-key.ts';
import { type KeySlots, openKeySlots } from '../signing/key-slots.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { type PreparedVault, prepareVault, type Vault } from '../vault/vault.ts';
import { type Beginning, judgeFiles, MISSING, type ServicesFailure } from './judge-files.ts';

/** What a kiosk keeps on its disk. */
export interface KioskFiles {
  readonly vault: Vault;
  readonly ledger: Ledger;
  readonly custody: Custody;
  /** Of the key that signs. */
  readonly keySlots: KeySlots;
  readonly holds: Holds;
  readonly holdsBeside: HoldsBesideVault;
  /** Of those beside the vault, the ones that the ledger has by now. */
  readonly enteredHolds: readonly string[];
  readonly policies: Policies;
  readonly policyAtStart: PolicyAtStart;
  /** Whether they fit together, as they were before anything of them was opened. */
  readonly found: FoundAtStart;
  /**
   * Whether vault, its journal and ledger still lie where they were opened. SQLite writes on into a file that somebody has
   * deleted or replaced, and all of it is gone with the process. Looks without opening: that would drop locks.
   */
  inPlace(): boolean;
}

/**
 * Opens vault, ledger and key slots, and checks that they belong together. All, or none. Files of an older version are
 * carried over when nothing is refused any more: until then they stay byte for byte as they are.
 */
export function openFiles(
  dataFolder: string,
  open: {
    readonly custody: typeof openCustody;
    readonly use: KioskUse;
    readonly policy: OfferedPolicy;
    /** Asked whenever the ledger is written to. */
    readonly signingKey: () => SigningKey;
    /** The same: what it is told of the vault. */
    readonly vaultNow: () => VaultNow;
  },
): Result<KioskFiles, ServicesFailure> {
  const prepared = prepareFiles(dataFolder, open.policy);
  if (!prepared.ok) return prepared;
  const { vault, ledger } = prepared.value;
  const abandon = (): void => {
    ledger.abandon();
    vault.abandon();
  };
  const holdsPath = join(dataFolder, RECORDS.holds);
  const noted = readHoldsBeside(holdsPath);
  if (!noted.ok) {
    abandon();
    return err({ file: 'holds', failure: noted.error });
  }
  const judged = judgeFiles(dataFolder, { vault: vault.ahead, ledger: ledger.ahead }, open, noted.value);
  if (!judged.ok) {
    abandon();
    return judged;
  }
  const keys = openKeys(dataFolder, { vault: vault.ahead, ledger: ledger.ahead }, open.custody, judged.value);
  if (!keys.ok) {
    abandon();
    return keys;
  }
  const { custody, keySlots, found } = keys.value;
  const finished = finishFiles(prepared.value, open.signingKey, open.vaultNow);
  if (!finished.ok) {
    closeKeys(keys.value);
    return finished;
  }
  const begun = beginVault(finished.value, judged.value, found);
  if (!begun.ok) {
    closeKioskFiles({ ...finished.value, custody, keySlots });
    return err({ file: 'vault', failure: begun.error });
  }
  const policies = begun.value;
  const { kiosk } = finished.value.vault;
  const holdsBeside = createHoldsBesideVault(holdsPath, noted.value, () => kiosk.read()?.identifier ?? null);
  // The journal as well: what is left in one that was taken away is erased by nobody.
  const { vault: vaultFile, ledger: ledgerFile } = KIOSK_FILES;
  const watched = [vaultFile, `${vaultFile}-journal`, ledgerFile].map((name) => join(dataFolder, name));
  return ok({
    ...{ ...finished.value, custody, keySlots, policies, found, holdsBeside },
    enteredHolds: judged.value.noted.entered,
    policyAtStart: judged.value.policyAtStart,
    holds: frozenWhere(
      () => found.isClosed,
      createHolds(finished.value.vault, () => policies.inForce.rules.hold),
      (application) => custody.applications().includes(application),
    ),
    inPlace: watchOver(watched),
  });
}

interface OpenKeys {
  readonly custody: Custody;
  readonly keySlots: KeySlots;
  readonly found: FoundAtStart;
}

/**
 * Opens the slots, once it is known whether they, vault and ledger fit together: where they don't, a slot that the vault does not have may
 * be of an application that the right vault has. Then none is overwritten and none opened.
 */
function openKeys(
  dataFolder: string,
  files: { readonly vault: Vault; readonly ledger: LedgerView },
  open: typeof openCustody,
  { live }: Beginning,
): Result<OpenKeys, ServicesFailure> {
  const slotPath = join(dataFolder, KIOSK_FILES.keys);
  const slots = ownersOfSlots(slotPath);
  if (!slots.ok) return err({ file: 'keys', failure: slots.error });
  const slotFiles = { open: openSlotFile, create: createSlotFile };
  const keySlots = openKeySlots(join(dataFolder, KIOSK_FILES.signing), slotFiles);
  if (!keySlots.ok) return err({ file: 'signing', failure: keySlots.error });
  const { vault } = files;
  const found = findMisfits({
    ...{ ...files, slots: slots.value, keySlots: keySlots.value },
    // Only read here: nothing of it is overwritten before the files are known to fit.
    clear: createClearKey({ vault, kiosk: vault.kiosk, onBug: () => undefined }),
  });
  if (!found.ok) {
    keySlots.value.close();
    return err({ file: 'ledger', failure: { kind: 'broken' } });
  }
  const custody = open({ slotPath, live: found.value.isClosed ? null : live });
  if (!custody.ok) {
    keySlots.value.close();
    return err({ file: 'keys', failure: custody.error });
  }
  return ok({ custody: custody.value, keySlots: keySlots.value, found: found.value });
}

interface PreparedFiles {
  readonly vault: PreparedVault;
  readonly ledger: PreparedLedger;
}

/** Opens vault and ledger, or makes them. */
function prepareFiles(dataFolder: string, offered: OfferedPolicy): Result<PreparedFiles, ServicesFailure> {
  if (vaultIsMissing(dataFolder)) return err({ file: 'vault', failure: MISSING });
  // Looked at before the vault is: beside a ledger of the future both stay as they are.
  const ledgerPath = join(dataFolder, KIOSK_FILES.ledger);
  const ahead = examineFile(ledgerPath, ledgerSchema);
  if (!ahead.ok && ahead.error.kind === 'newer') return err({ file: 'ledger', failure: ahead.error });
  const vaultPath = join(dataFolder, KIOSK_FILES.vault);
  // Before one is made for a policy that no kiosk begins with.
  const first = isThere(vaultPath) ? ok(null) : policyAtStart(offered, NO_RECORD);
  if (!first.ok) return err({ file: 'policy', failure: first.error });
  const vault = prepareVault(vaultPath);
  if (!vault.ok) return err({ file: 'vault', failure: vault.error });
  // Judged before it is renamed: a ledger that does not say so itself stays in its place.
  const former = isLedgerToBegin(dataFolder, vault.value.ahead)
    ? vault.value.ahead.kiosk.formerLedger()
    : null;
  const aside = former === null ? ok(null) : putFormerLedgerAside(dataFolder, former);
  if (!aside.ok) {
    vault.value.abandon();
    return err({ file: 'ledger', failure: aside.error });
  }
  if (ledgerIsMissing(dataFolder, vault.value.ahead)) {
    vault.value.abandon();
    return err({ file: 'ledger', failure: MISSING });
  }
  const ledger = prepareLedger(ledgerPath);
  if (!ledger.ok) {
    vault.value.abandon();
    return err({ file: 'ledger', failure: ledger.error });
  }
  return ok({ vault: vault.value, ledger: ledger.value });
}

/** Carries over what is of an older version. Where the disk does not take it, each file is of one version or the other. */
function finishFiles(
  prepared: PreparedFiles,
  signingKey: () => SigningKey,
  vaultNow: () => VaultNow,
): Result<{ readonly vault: Vault; readonly ledger: Ledger }, ServicesFailure> {
  const vault = prepared.vault.finish();
  if (!vault.ok) {
    prepared.ledger.abandon();
    return err({ file: 'vault', failure: vault.error });
  }
  const ledger = prepared.ledger.finish(signingKey, vaultNow);
  if (!ledger.ok) {
    vault.value.database.close();
    return err({ file: 'ledger', failure: ledger.error });
  }
  return ok({ vault: vault.value, ledger: ledger.value });
}

/** What a start writes into its vault before anything else. Where the disk does not take it, the next start does it. */
function beginVault(
  { vault, ledger }: { readonly vault: Vault; readonly ledger: Ledger },
  { noted, policyAtStart: { policy } }: Beginning,
  found: FoundAtStart,
): Result<Policies, OpenFailure> {
  return written(() => {
    restoreNoted(vault, ledger, noted);
    // From its first start under this version on: what comes into the ledger then, comes through this vault.
    if (found.isUnmarked && !found.isClosed && vault.kiosk.read() !== null)
      vault.kiosk.noteHead(ledger.head() ?? null);
    return keepPolicies(vault, policy);
  });
}

type KeyFiles = Pick<KioskFiles, 'custody' | 'keySlots'>;

function closeKeys({ custody, keySlots }: KeyFiles): void {
  keySlots.close();
  custody.close();
}

/** Closes what was opened where a start does not go on. */
export function closeKioskFiles({
  vault,
  ledger,
  ...keys
}: Pick<KioskFiles, 'vault' | 'ledger'> & KeyFiles): void {
  closeKeys(keys);
  ledger.close();
  vault.database.close();
}

/** An empty file is as good as none. */
function isThere(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function watchOver(paths: readonly string[]): () => boolean {
  const identityOf = (path: string): string => {
    const file = statSync(path, { throwIfNoEntry: false });
    return file === undefined ? 'gone' : `${file.dev}:${file.ino}`;
  };
  const opened = paths.map(identityOf);
  return () => paths.every((path, index) => identityOf(path) === opened[index]);
}
