import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Custody, openCustody } from '../custody/custody.ts';
import { createSlotFile, openSlotFile } from '../custody/slot-file.ts';
import { putFormerLedgerAside } from '../data-folder/former-ledger.ts';
import { KIOSK_FILES } from '../data-folder/kiosk-files.ts';
import { ledgerIsMissing, vaultIsMissing } from '../data-folder/missing-file.ts';
import { examineFile } from '../database/examine-file.ts';
import { createHolds, type Holds } from '../holds/holds.ts';
import { type Ledger, type PreparedLedger, prepareLedger } from '../ledger/ledger.ts';
import { ledgerSchema } from '../ledger/ledger-schema.ts';
import { keepPolicies, NO_RECORD, type Policies } from '../policy/policies.ts';
import { type OfferedPolicy, type PolicyAtStart, policyAtStart } from '../policy/policy-at-start.ts';
import { type KeySlots, openKeySlots } from '../signing/key-slots.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { type PreparedVault, prepareVault, type Vault } from '../vault/vault.ts';
import { judgeFiles, MISSING, type ServicesFailure } from './judge-files.ts';

/** What a kiosk keeps on its disk. */
export interface KioskFiles {
  readonly vault: Vault;
  readonly ledger: Ledger;
  readonly custody: Custody;
  /** Of the key that signs. */
  readonly keySlots: KeySlots;
  readonly holds: Holds;
  readonly policies: Policies;
  readonly policyAtStart: PolicyAtStart;
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
  },
): Result<KioskFiles, ServicesFailure> {
  const prepared = prepareFiles(dataFolder, open.policy);
  if (!prepared.ok) return prepared;
  const { vault, ledger } = prepared.value;
  const abandon = (): void => {
    ledger.abandon();
    vault.abandon();
  };
  const judged = judgeFiles(dataFolder, { vault: vault.ahead, ledger: ledger.ahead }, open);
  if (!judged.ok) {
    abandon();
    return judged;
  }
  const { live } = judged.value;
  const custody = open.custody({ slotPath: join(dataFolder, KIOSK_FILES.keys), live });
  if (!custody.ok) {
    abandon();
    return err({ file: 'keys', failure: custody.error });
  }
  const keySlots = openKeySlots(join(dataFolder, KIOSK_FILES.signing), {
    open: openSlotFile,
    create: createSlotFile,
  });
  if (!keySlots.ok) {
    custody.value.close();
    abandon();
    return err({ file: 'signing', failure: keySlots.error });
  }
  const finished = finishFiles(prepared.value, open.signingKey);
  if (!finished.ok) {
    keySlots.value.close();
    custody.value.close();
    return finished;
  }
  const policies = keepPolicies(finished.value.vault, judged.value.policyAtStart.policy);
  // The journal as well: what is left in one that was taken away is erased by nobody.
  const { vault: vaultFile, ledger: ledgerFile } = KIOSK_FILES;
  const watched = [vaultFile, `${vaultFile}-journal`, ledgerFile].map((name) => join(dataFolder, name));
  return ok({
    ...{ ...finished.value, custody: custody.value, keySlots: keySlots.value, policies },
    policyAtStart: judged.value.policyAtStart,
    holds: createHolds(finished.value.vault, () => policies.inForce.rules.hold),
    inPlace: watchOver(watched),
  });
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
  const aside = putFormerLedgerAside(dataFolder, vault.value.ahead.kiosk.formerLedger());
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
): Result<{ readonly vault: Vault; readonly ledger: Ledger }, ServicesFailure> {
  const vault = prepared.vault.finish();
  if (!vault.ok) {
    prepared.ledger.abandon();
    return err({ file: 'vault', failure: vault.error });
  }
  const ledger = prepared.ledger.finish(signingKey);
  if (!ledger.ok) {
    vault.value.database.close();
    return err({ file: 'ledger', failure: ledger.error });
  }
  return ok({ vault: vault.value, ledger: ledger.value });
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
